import Contracts

@testable import MetricsService

/// The figures once more, by loops over the world: slow, obvious, and sharing nothing with the service's SQL.
struct NaiveFigures {
    let world: World
    let question: KPIQuestion
    /// Of whom the figures are: nil for everybody.
    var isHeld: Bool?
    var variant: String?
    var role: String?

    private var end: Timestamp { question.end }

    func isHeld(_ person: Identifier, _ at: Timestamp) -> Bool {
        for one in world.credentials where world.person(one.worker) == person {
            if let programme = question.programme, programme != one.programme { continue }
            if one.awardedAt <= at && at < one.heldUntil { return true }
        }
        return false
    }

    /// The first exposure of a person.
    func exposure(_ person: Identifier) -> (variant: String, at: Timestamp)? {
        world.exposures.filter { world.person($0.worker) == person && $0.at < end }
            .min { ($0.at, $0.variant) < ($1.at, $1.variant) }.map { ($0.variant, $0.at) }
    }

    /// Whether something that happened to somebody belongs here.
    func keeps(_ person: Identifier?, _ at: Timestamp, byDay: Bool = false, always: Bool = false) -> Bool {
        if let isHeld {
            guard let person, self.isHeld(person, at) == isHeld else { return false }
        }
        if let variant {
            guard let person, let met = exposure(person), met.variant == variant else { return false }
            if always { return true }
            return byDay ? at.day >= met.at.day : at >= met.at
        }
        return true
    }

    private func isAsked(_ role: String) -> Bool { question.roles.isEmpty || question.roles.contains(role) }

    private func runs(_ one: World.Engagement) -> Bool {
        [.active, .extended, .ended].contains(one.status) && one.startsAt < end
    }

    static func quantile(_ values: [Double], _ share: Double) -> Double? {
        if values.isEmpty { return nil }
        let sorted = values.sorted()
        let place = Double(sorted.count - 1) * share
        let low = Int(place)
        return low + 1 < sorted.count
            ? sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low]) : sorted[low]
    }

    func timeToFill() -> [String: Figure] {
        var (days, untimed, open, closed) = ([Double](), Int64(0), Int64(0), Int64(0))
        for requisition in world.requisitions {
            let known = requisition.revisions.filter { $0.eventTime < end }.sorted { $0.revision < $1.revision }
            guard let last = known.last, isAsked(last.roleCode), role == nil || role == last.roleCode else { continue }
            let wanted = known.filter { $0.status == .wanted }.map(\.eventTime).min()
            let takers = world.engagements.filter { one in
                one.requisition == requisition.id && (one.acceptedAt ?? one.startsAt) < end
                    && ![.requested, .offered, .cancelled, .withdrawn].contains(one.status)
            }.sorted { ($0.acceptedAt ?? $0.startsAt, $0.id) < ($1.acceptedAt ?? $1.startsAt, $1.id) }
            let filling = takers.prefix(Int(last.count))
            for one in filling where keeps(world.person(one.worker), one.acceptedAt ?? one.startsAt) {
                if let accepted = one.acceptedAt, let wanted, accepted >= wanted {
                    days.append(Double(accepted.microseconds - wanted.microseconds) / 86_400e6)
                } else {
                    untimed += 1
                }
            }
            if isHeld != nil || variant != nil { continue }
            let left = last.count - Int64(filling.count)
            if last.status == .wanted { open += left } else { closed += left }
        }
        return [
            "filled": .count(Int64(days.count)), "medianDays": .value(NaiveFigures.quantile(days, 0.5)),
            "p90Days": .value(NaiveFigures.quantile(days, 0.9)), "untimed": .count(untimed), "open": .count(open),
            "closed": .count(closed),
        ]
    }

    func firstWeekErrors() -> [String: Figure] {
        var (units, errors, counted, without, open) = (Int64(0), Int64(0), Set<Identifier>(), Int64(0), Int64(0))
        for one in world.engagements where runs(one) && isAsked(one.role) {
            let person = world.person(one.worker)
            let over = one.startsAt.adding(seconds: 7 * 86_400)
            let week = world.work.filter { $0.engagement == one.id && $0.at >= one.startsAt && $0.at < over }
            if over > end {
                if keeps(person, one.startsAt) { open += 1 }
            } else if week.allSatisfy({ $0.units == 0 }) {
                if keeps(person, one.startsAt) { without += 1 }
            } else {
                for report in week where keeps(person, report.at) {
                    units += report.units
                    errors += report.errors
                    counted.insert(one.id)
                }
            }
        }
        return [
            "engagements": .count(Int64(counted.count)), "units": .count(units), "errors": .count(errors),
            "rate": .share(errors, of: units), "withoutUnits": .count(without), "open": .count(open),
        ]
    }

    func incidents() -> [String: Figure] {
        var (days, count, apart) = (Int64(0), Int64(0), Int64(0))
        var working: Set<Identifier> = []
        for worker in 0..<world.workers where world.person(worker) == Fixtures.contractor(worker) {
            let person = world.person(worker)
            let own = world.engagements.filter { world.person($0.worker) == person && runs($0) && isAsked($0.role) }
            for number in Int32(19_990)...question.asOf.number {
                let day = Day(number: number)
                let isWorked = own.contains { one in
                    one.startsAt.day <= day && (one.status != .ended || day <= one.endsAt.day)
                }
                if !isWorked { continue }
                working.insert(person)
                if keeps(person, Timestamp(day)) { days += 1 }
            }
        }
        for incident in world.incidents where incident.at < end {
            let person = world.person(incident.worker)
            let role = incident.engagement.flatMap { id in world.engagements.first { $0.id == id }?.role }
            if let role, !isAsked(role) { continue }
            if !keeps(person, incident.at) { continue }
            if working.contains(person) { count += 1 } else if question.roles.isEmpty { apart += 1 }
        }
        return [
            "incidents": .count(count), "workerDays": .count(days), "perWorkerDay": .share(count, of: days),
            "apart": .count(apart),
        ]
    }

    private struct Part: Hashable {
        let person: Identifier
        let offering: String
    }

    private var optedIn: [Part: Timestamp] {
        var first: [Part: Timestamp] = [:]
        for one in world.enrolments where one.at < end {
            let part = Part(person: world.person(one.worker), offering: one.offering)
            first[part] = min(one.at, first[part] ?? one.at)
        }
        return first
    }

    func participation() -> [String: Figure] {
        var (invited, both, uninvited) = (Int64(0), Int64(0), Int64(0))
        let parts = Set(world.invitations.map { Part(person: world.person($0.worker), offering: $0.offering) })
        for part in parts.union(optedIn.keys) {
            let own = world.invitations.filter {
                world.person($0.worker) == part.person && $0.offering == part.offering && $0.at < end
            }
            let enrolled = optedIn[part]
            if let first = own.map(\.at).min() {
                if enrolled == nil && own.allSatisfy(\.isWithdrawn) { continue }
                if !keeps(part.person, first, byDay: true) { continue }
                invited += 1
                if enrolled != nil { both += 1 }
            } else if let enrolled, keeps(part.person, enrolled, byDay: true) {
                uninvited += 1
            }
        }
        return [
            "invited": .count(invited), "optedIn": .count(both), "rate": .share(both, of: invited),
            "uninvited": .count(uninvited),
        ]
    }

    func completion() -> [String: Figure] {
        var (all, completed) = (Int64(0), Int64(0))
        for (part, at) in optedIn where keeps(part.person, at, byDay: true) {
            all += 1
            let isDone = world.credentials.contains {
                world.person($0.worker) == part.person && $0.programme == "p" && $0.offering == part.offering
                    && $0.counts && $0.awardedAt < end
            }
            if isDone { completed += 1 }
        }
        return ["optedIn": .count(all), "completed": .count(completed), "rate": .share(completed, of: all)]
    }

    func qualityDelta() -> [String: Figure] {
        var all: [Double] = []
        var sides: [Identifier: (before: [Double], after: [Double])] = [:]
        for rating in world.ratings where rating.at < end {
            let person = world.person(rating.worker)
            let role = world.engagements.first { $0.id == rating.engagement }?.role ?? ""
            if !isAsked(role) || !keeps(person, rating.at, always: true) { continue }
            let percent = (Double(rating.score) / 10 - 1) / 4 * 100
            all.append(percent)
            let first = world.credentials.filter {
                world.person($0.worker) == person && $0.counts && $0.awardedAt < end
                    && (question.programme == nil || question.programme == $0.programme)
            }.map(\.awardedAt).min()
            guard let first else { continue }
            if rating.at < first {
                sides[person, default: ([], [])].before.append(percent)
            } else {
                sides[person, default: ([], [])].after.append(percent)
            }
        }
        func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        let both = sides.values.filter { !$0.before.isEmpty && !$0.after.isEmpty }
        let before = both.compactMap { mean($0.before) }
        let after = both.compactMap { mean($0.after) }
        return [
            "ratings": .count(Int64(all.count)), "meanPercent": .value(mean(all)), "workers": .count(Int64(both.count)),
            "meanBefore": .value(mean(before)), "meanAfter": .value(mean(after)),
            "delta": .value(mean(zip(after, before).map { $0 - $1 })),
            "withoutBoth": .count(Int64(sides.count - both.count)), "withoutScale": .count(0),
        ]
    }

    func rehire(window: Int32 = 90) -> [String: Figure] {
        var (eligible, rehired, censored) = (Int64(0), Int64(0), Int64(0))
        for one in world.engagements where one.status == .ended && one.endsAt < end && isAsked(one.role) {
            let person = world.person(one.worker)
            if !keeps(person, one.endsAt) { continue }
            let last = one.endsAt.day.number
            if last + window > question.asOf.number {
                censored += 1
                continue
            }
            eligible += 1
            let follows = world.engagements.contains { other in
                other.id != one.id && world.person(other.worker) == person
                    && [.active, .extended, .ended].contains(other.status)
                    && (last + 1...last + window).contains(other.startsAt.day.number)
            }
            if follows { rehired += 1 }
        }
        return [
            "eligible": .count(eligible), "rehired": .count(rehired), "rate": .share(rehired, of: eligible),
            "censored": .count(censored),
        ]
    }

    func clearance() -> [String: Figure] {
        var (cases, met, missed, open, closed) = (Int64(0), Int64(0), Int64(0), Int64(0), Int64(0))
        for one in world.cases where one.at < end && isAsked("cashier") && keeps(world.person(one.worker), one.at) {
            cases += 1
            let cleared = one.cleared.flatMap { $0 < end ? $0 : nil }
            if let cleared {
                if cleared <= one.due { met += 1 } else { missed += 1 }
            } else if one.isClosed {
                closed += 1
            } else if one.due < end {
                missed += 1
            } else {
                open += 1
            }
        }
        return [
            "cases": .count(cases), "met": .count(met), "missed": .count(missed), "open": .count(open),
            "closed": .count(closed), "rate": .share(met, of: met + missed),
        ]
    }
}

import Contracts
import Programmes

extension SeasonDesk {
    func week(
        _ worker: SeasonWorker, _ engagement: Act.Engagement, _ week: Int, _ now: Timestamp
    ) -> [Saying] {
        var chance = chance(worker, "\(engagement.id) week \(week)")
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
        let isCredentialed = holders.contains(worker.contractor)
        let hours = pick(20...38)
        let units = hours * pick(3...5)
        // Errors in ten thousand units: fewer by skill, with a credential, and after the first week.
        let rate = (isCredentialed ? 260 : 460) * (1500 - worker.skill) / 1000 * (week == 0 ? 3 : 2) / 2
        let errors = (0..<units).count { _ in pick(1...10_000) <= rate }
        let id = "\(engagement.id)-week-\(week)"
        let first = SeasonCalendar.first.adding(days: engagement.starts + week * 7)
        let last = first.adding(days: 6)
        var said = [
            Saying(
                .timeReported, from: SeasonWorker.source, id: "\(id)-time",
                TimeReported(
                    id: "\(id)-time", revision: 1, eventTime: now, person: worker.person, engagement: engagement.id,
                    periodStart: first, periodEnd: last, hours: Decimal6(Int64(hours)))),
            Saying(
                .workReported, from: SeasonWorker.source, id: "\(id)-work",
                WorkReported(
                    id: "\(id)-work", revision: 1, eventTime: now, person: worker.person, engagement: engagement.id,
                    units: Int64(units), errors: Int64(errors), revisions: 0,
                    firstDeliverable: week == 0 ? SeasonCalendar.moment(engagement.starts, .evening) : nil)),
            Saying(
                .earningsRecorded, from: SeasonWorker.source, id: "\(id)-earnings",
                EarningsRecorded(
                    id: "\(id)-earnings", revision: 1, eventTime: now, person: worker.person,
                    engagement: engagement.id, periodStart: first, periodEnd: last,
                    gross: Money(minorUnits: Int64(hours) * 1_900, currency: "USD"))),
        ]
        if pick(1...100) <= (isCredentialed ? 3 : 6) {
            said.append(
                Saying(
                    .incidentRecorded, from: SeasonWorker.source, id: "\(id)-ticket",
                    IncidentRecorded(
                        id: "\(id)-ticket", revision: 1, eventTime: now, person: worker.person,
                        engagement: engagement.id, kind: .ticket, severity: .low)))
        }
        return said
    }

    func rate(_ worker: SeasonWorker, _ engagement: Act.Engagement, _ now: Timestamp) -> [Saying] {
        var chance = chance(worker, "\(engagement.id) rating \(now.microseconds)")
        let bonus = holders.contains(worker.contractor) ? 35 : 0
        let hundredths = 250 + worker.skill / 8 + bonus + Int.random(in: -40...40, using: &chance)
        let id = "\(engagement.id)-rating-\(SeasonCalendar.day(of: now))"
        return [
            Saying(
                .ratingRecorded, from: SeasonWorker.source, id: id,
                RatingRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, engagement: engagement.id,
                    score: Decimal6(millionths: Int64(min(500, hundredths)) * 10_000),
                    scale: Scale(minimum: Decimal6(1), maximum: Decimal6(5))))
        ]
    }

    func release(_ worker: SeasonWorker, _ now: Timestamp) -> [Saying] {
        guard stories.contains(worker.contractor), let text = texts.release else { return [] }
        let id = "\(worker.id)-release"
        return [
            Saying(
                .releaseRecorded, from: SeasonWorker.source, id: id,
                ReleaseRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, programme: programme,
                    pathway: pathway.id, decision: worker.release, textVersion: text,
                    hash: worker.release == .declined ? nil : SeasonDesk.hash))
        ]
    }

    func claim(_ worker: SeasonWorker, _ now: Timestamp) -> [Saying] {
        guard let grant = grants[worker.contractor] else { return [] }
        var chance = chance(worker, "claim")
        let id = "\(worker.id)-claim"
        let receipts = (1...Int.random(in: 1...3, using: &chance)).map { number in
            Receipt(
                id: "\(id)-\(number)", merchant: "Synthetic Supplies", date: now.day.adding(days: -number),
                amount: Money(
                    minorUnits: min(grant.left.minorUnits / 3, Int64.random(in: 1_500...6_000, using: &chance)),
                    currency: grant.left.currency), category: number == 1 ? .tools : .courses,
                hash: SeasonDesk.receiptHash(worker.number * 10 + number))
        }
        return [
            Saying(
                .claimRecorded, from: SeasonWorker.source, id: id,
                ClaimRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, programme: programme,
                    grant: grant.plan, action: .submitted, receipts: receipts))
        ]
    }

    func decide(_ worker: SeasonWorker, _ now: Timestamp) -> [Saying] {
        guard grants[worker.contractor] != nil else { return [] }
        var chance = chance(worker, "decide")
        let isGood = Int.random(in: 1...100, using: &chance) <= 92
        func decision(_ decision: ClaimDecision, _ hours: Int64) -> Saying {
            let id = "\(worker.id)-claim-\(decision.rawValue)"
            return Saying(
                .claimDecisionRecorded, from: SeasonWorker.source, id: id,
                ClaimDecisionRecorded(
                    id: id, revision: 1, eventTime: now.adding(seconds: hours * 3600 - 7200), person: worker.person,
                    claim: "\(worker.id)-claim", decision: decision, actor: "FIN-1",
                    reason: decision == .rejected ? "The receipts are older than the grant." : nil))
        }
        return isGood ? [decision(.approved, 0), decision(.paid, 1)] : [decision(.rejected, 0)]
    }

    /// Payments of everything that is owed.
    func pay(_ now: Timestamp) -> [Saying] {
        owed.compactMap { owed in
            guard let worker = workers[owed.contractor] else { return nil }
            let id = "PAY-\(owed.reward)"
            return Saying(
                .paymentRecorded, from: SeasonWorker.source, id: id,
                PaymentRecorded(
                    id: id, revision: 1, eventTime: now, person: worker.person, reward: owed.reward,
                    amount: owed.amount, reference: id))
        }
    }

    private static func receiptHash(_ number: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: 64 - digits.count) + digits
    }
}

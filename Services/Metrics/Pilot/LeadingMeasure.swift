import Contracts

/// A figure that can lead a programme: its value with an interval, and which way is better.
protocol LeadingMeasure: Measure {
    static var scale: OutcomeComparison.Scale { get }
    static var isLowerBetter: Bool { get }
    /// Nil where nothing was observed.
    static func leading(_ seen: [Seen]) -> LeadingValue?
}

extension LeadingMeasure {
    static var scale: OutcomeComparison.Scale { .share }
    static var isLowerBetter: Bool { false }
}

extension Participation: LeadingMeasure {
    static func leading(_ seen: [Seen]) -> LeadingValue? {
        let invited = seen.filter(\.isInvited)
        return .share(invited.count(where: \.isOptedIn), of: invited.count)
    }
}

extension Completion: LeadingMeasure {
    static func leading(_ seen: [Seen]) -> LeadingValue? {
        .share(seen.count(where: \.isCompleted), of: seen.count)
    }
}

extension Rehire: LeadingMeasure {
    static func leading(_ seen: [Seen]) -> LeadingValue? {
        let eligible = seen.filter(\.isClosed)
        return .share(eligible.count(where: \.isFollowed), of: eligible.count)
    }
}

extension Clearance: LeadingMeasure {
    static func leading(_ seen: [Seen]) -> LeadingValue? {
        guard case .count(let met)? = figures(seen)["met"], case .count(let missed)? = figures(seen)["missed"] else {
            return nil
        }
        return .share(Int(met), of: Int(met + missed))
    }
}

extension FirstWeekErrors: LeadingMeasure {
    static let isLowerBetter = true

    static func leading(_ seen: [Seen]) -> LeadingValue? {
        let engagements = Dictionary(grouping: seen.filter { $0.kind == .work }, by: \.engagement)
        return .ratio(
            engagements.values.map { work in
                (work.reduce(0) { $0 + $1.errors }, work.reduce(0) { $0 + $1.units })
            })
    }
}

extension Incidents: LeadingMeasure {
    static let scale = OutcomeComparison.Scale.perDay
    static let isLowerBetter = true

    static func leading(_ seen: [Seen]) -> LeadingValue? {
        let people = Dictionary(grouping: seen.filter { $0.kind != .apart }, by: \.circumstances.person)
        return .ratio(
            people.values.map { own in
                (Int64(own.count { $0.kind == .incident }), own.reduce(0) { $0 + ($1.kind == .days ? $1.days : 0) })
            })
    }
}

extension QualityDelta: LeadingMeasure {
    static let scale = OutcomeComparison.Scale.points

    static func leading(_ seen: [Seen]) -> LeadingValue? {
        .mean(
            workers(seen).compactMap { worker in
                if case .value(let delta) = worker.delta { delta } else { nil }
            })
    }
}

extension TimeToFill: LeadingMeasure {
    static let scale = OutcomeComparison.Scale.days
    static let isLowerBetter = true

    static func leading(_ seen: [Seen]) -> LeadingValue? {
        .median(
            seen.compactMap { one in
                guard one.outcome == .filled, let wantedAt = one.wantedAt else { return nil }
                return Double(one.circumstances.at.microseconds - wantedAt.microseconds) / 86_400_000_000
            })
    }
}

import Contracts

/// A programme's leading indicator against its baseline (EXP-16).
struct LeadingIndicator: Encodable, Equatable, Sendable {
    /// What is said of it.
    enum State: String, Encodable, Sendable {
        case met
        case notMet = "not-met"
        case notEnoughData = "not-enough-data"
    }

    let kpi: String
    /// The version of the figure's definition.
    let version: Int64
    let scale: OutcomeComparison.Scale
    let isLowerBetter: Bool
    /// The value so far; nil where it is not defined.
    let value: Double?
    /// The 95 % interval.
    let low: Double?
    let high: Double?
    /// What the value rests on: persons, places, ratings or days.
    let units: Int64
    let baseline: Double?
    /// The value from which on the aim is reached: the baseline itself where none is named.
    let goal: Double?
    /// What is hoped for, in the programme's words.
    let target: String?
    let state: State
    let reason: LeadingReason
}

/// Why a leading indicator is met, or not.
enum LeadingReason: Saying {
    /// The goal is reached and the interval is clear of the baseline.
    case reached(value: Double, goal: Double, baseline: Double)
    /// The interval lies on the wrong side of the goal.
    case missed(value: Double, goal: Double)
    /// The interval allows both.
    case unclear(low: Double, high: Double, goal: Double)
    /// Fewer than needed.
    case few(units: Int64, least: Int64)
    /// No baseline is declared.
    case noBaseline
    /// The figure is not defined.
    case undefined

    var code: String {
        switch self {
        case .reached: "reached"
        case .missed: "missed"
        case .unclear: "unclear"
        case .few: "few"
        case .noBaseline: "no-baseline"
        case .undefined: "undefined"
        }
    }

    var text: String {
        let number = ReadingNumbers.number
        return switch self {
        case .reached(let value, let goal, let baseline):
            "The value \(number(value)) reaches \(number(goal)), and its interval is clear of the baseline "
                + "\(number(baseline))."
        case .missed(let value, let goal):
            "The value \(number(value)) does not reach \(number(goal)), nor does its interval."
        case .unclear(let low, let high, let goal):
            "The interval from \(number(low)) to \(number(high)) neither proves nor excludes the goal \(number(goal))."
        case .few(let units, let least): "It rests on \(units), fewer than \(least)."
        case .noBaseline: "No baseline is declared, so there is nothing to compare with."
        case .undefined: "The figure is not defined yet."
        }
    }

    var values: [String: SaidValue] {
        switch self {
        case .reached(let value, let goal, let baseline):
            ["value": .number(value), "goal": .number(goal), "baseline": .number(baseline)]
        case .missed(let value, let goal): ["value": .number(value), "goal": .number(goal)]
        case .unclear(let low, let high, let goal):
            ["low": .number(low), "high": .number(high), "goal": .number(goal)]
        case .few(let units, let least): ["units": .count(Int(units)), "least": .count(Int(least))]
        case .noBaseline, .undefined: [:]
        }
    }
}

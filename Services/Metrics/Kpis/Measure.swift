import Contracts
import Database

/// Something that was observed once and counts towards a figure.
protocol Observation: Sendable {
    /// Whom it is about, and when.
    var circumstances: Circumstances { get }
    /// Reads a row of the measure's query.
    init(_ row: Row) throws
    /// What of it lies at or after a moment, such as somebody's first meeting with a variant.
    func part(from moment: Timestamp) -> Self?
}

extension Observation {
    func part(from moment: Timestamp) -> Self? {
        circumstances.at >= moment ? self : nil
    }
}

/// A figure: which observations it rests on, and what they come to.
///
/// Facts in, figures out; the order of the facts, and
/// when they were heard of, change nothing.
protocol Measure: Sendable {
    associatedtype Seen: Observation
    /// The name of its definition.
    static var name: String { get }
    /// What the observations' label is: a role, a cohort, a currency; nil where they have none.
    static var label: String? { get }
    /// The kinds of facts whose late or corrected months change it.
    static var facts: [String] { get }
    /// Finds the observations.
    static var query: Statement { get }
    /// The query's parameters.
    static func parameters(_ question: KPIQuestion) -> [Parameter]
    /// What observations come to.
    static func figures(_ seen: [Seen]) -> [String: Figure]
}

extension Measure {
    static var label: String? { nil }

    static func parameters(_ question: KPIQuestion) -> [Parameter] {
        [.timestamptz(question.end), .text(question.programme), .texts(question.roles)]
    }
}

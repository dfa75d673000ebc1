import Contracts
import Database
import Statistics

/// What of a figure is the outcome of one worker (EXP-07).
///
/// Facts in, values out: a worker has one value, from events within the span, fixed on the day when it has matured.
protocol OutcomeRule: Sendable {
    /// The figure's name.
    static var kpi: String { get }
    static var kind: OutcomeKind { get }
    static var scale: OutcomeComparison.Scale { get }
    static var isLowerBetter: Bool { get }
    /// Finds the events of people since they met their variants: one statement for all of them.
    static var query: Statement { get }
    static func parameters(_ question: OutcomeQuestion) -> [Parameter]
    /// The outcome of one worker; nil where the figure says nothing of that worker.
    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue?
}

extension OutcomeRule {
    static var isLowerBetter: Bool { false }

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.text(question.programme), .text(question.pathway)]
    }

    /// The query for these people.
    static func call(_ question: OutcomeQuestion) -> Call { Call(query, parameters(question)) }
}

/// The outcome of a worker.
struct OutcomeValue: Equatable, Sendable {
    let value: Double
    /// The value of the days before, where there is one.
    var pre: Double?
    /// The day at whose end the value is fixed.
    let maturesOn: Day
}

/// The figures that can be compared worker by worker.
enum OutcomeRules {
    static let all: [any OutcomeRule.Type] = [
        ParticipationOutcome.self, CompletionOutcome.self, ClearanceOutcome.self, RehireOutcome.self,
        FirstWeekOutcome.self, IncidentOutcome.self, QualityOutcome.self, FillOutcome.self,
    ]

    /// The rule of a figure; nil where it is no value of a single worker.
    static func rule(_ kpi: String) -> (any OutcomeRule.Type)? {
        all.first { $0.kpi == kpi }
    }
}

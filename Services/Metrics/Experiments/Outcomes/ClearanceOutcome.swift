import Contracts
import Database
import Statistics

/// Whether somebody's first onboarding case was cleared in time, of those who have one.
///
/// A case that was closed without being cleared was not. The value is fixed when the case is due, or when the time for
/// an outcome is over, whichever comes later.
enum ClearanceOutcome: OutcomeRule {
    static let kpi = Clearance.name
    static let kind = OutcomeKind.proportion
    static let scale = OutcomeComparison.Scale.share

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, x.opened_at, x.due_at, x.cleared_at, 0::int8, 0::int8
        FROM met JOIN metrics_case x ON x.contractor = met.contractor
        WHERE x.opened_at >= met.since AND x.opened_at < $3::timestamptz AND ($4::text IS NULL OR x.programme = $4)
            AND (cardinality($5::text[]) = 0 OR x.role = ANY ($5::text[]))
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.text(question.programme), .texts(question.roles)]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        let cases = events.filter { span.holds($0.at) }
        guard let first = cases.min(by: { $0.opensBefore($1) }) else { return nil }
        let last = max(span.lastDay, first.until?.day ?? span.lastDay)
        let isCleared = first.done.map { $0 <= first.due && $0.day <= last } ?? false
        return OutcomeValue(value: isCleared ? 1 : 0, maturesOn: last)
    }
}

extension OutcomeEvent {
    private static let never = Timestamp(microseconds: .max)

    /// When it was due; never, where nothing is said.
    fileprivate var due: Timestamp { until ?? OutcomeEvent.never }

    /// The earliest first; of several at one moment the last one due, then the one done last.
    fileprivate func opensBefore(_ other: OutcomeEvent) -> Bool {
        if at != other.at { return at < other.at }
        if due != other.due { return due > other.due }
        return (done ?? OutcomeEvent.never) > (other.done ?? OutcomeEvent.never)
    }
}

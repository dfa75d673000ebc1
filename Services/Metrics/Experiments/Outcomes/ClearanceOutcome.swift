import Contracts
import Database
import Statistics

/// Whether somebody's first onboarding case was cleared in time, of those who have one.
///
/// A case that was closed without being cleared was not. The value is fixed when the case is due, or when the time for an
/// outcome is over, whichever comes later.
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
        // Of several at one moment the last one due decides, so that their order does not.
        guard let first = cases.min(by: { ($0.at, $1.due, $1.done) < ($1.at, $0.due, $0.done) }) else { return nil }
        let last = max(span.lastDay, first.until?.day ?? span.lastDay)
        let isCleared = first.done.map { $0 <= first.due && $0.day <= last } ?? false
        return OutcomeValue(value: isCleared ? 1 : 0, maturesOn: last)
    }
}

extension OutcomeEvent {
    /// When it was due; never, where nothing is said.
    fileprivate var due: Timestamp { until ?? Timestamp(microseconds: .max) }
}

private func < (
    left: (Timestamp, Timestamp, Timestamp?), right: (Timestamp, Timestamp, Timestamp?)
) -> Bool {
    let never = Timestamp(microseconds: .max)
    return (left.0, left.1, left.2 ?? never) < (right.0, right.1, right.2 ?? never)
}

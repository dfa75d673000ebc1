import Contracts
import Database
import Statistics

/// Days from a place being wanted to somebody's first acceptance after meeting the variant, of those who accepted.
enum FillOutcome: OutcomeRule {
    static let kpi = TimeToFill.name
    static let kind = OutcomeKind.skewed
    static let scale = OutcomeComparison.Scale.days
    static let isLowerBetter = true

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, e.accepted_at, q.wanted_at, NULL::timestamptz, 0::int8, 0::int8
        FROM met
        JOIN metrics_engagement e ON e.contractor = met.contractor
            AND e.status IN ('accepted', 'onboarding', 'active', 'extended', 'ended')
        JOIN LATERAL (
            SELECT min(event_time) FILTER (WHERE status = 'wanted') AS wanted_at
            FROM metrics_requisition WHERE record = e.requisition AND event_time < $3::timestamptz
        ) q ON q.wanted_at <= e.accepted_at
        WHERE e.accepted_at >= met.since AND e.accepted_at < $3::timestamptz
            AND (cardinality($4::text[]) = 0 OR e.role = ANY ($4::text[]))
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.texts(question.roles)]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        let taken = events.filter { span.holds($0.at) }.compactMap { event in event.until.map { (event.at, $0) } }
        guard let first = taken.min(by: { $0 < $1 }) else { return nil }
        return OutcomeValue(
            value: Double(first.0.microseconds - first.1.microseconds) / 86_400_000_000, maturesOn: span.lastDay)
    }
}

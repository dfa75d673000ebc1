import Contracts
import Database
import Statistics

/// Whether somebody earned a credential, of all who met the variant and not only of those who opted in.
enum CompletionOutcome: OutcomeRule {
    static let kpi = Completion.name
    static let kind = OutcomeKind.proportion
    static let scale = OutcomeComparison.Scale.share

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, x.awarded_at, NULL::timestamptz, NULL::timestamptz, 0::int8, 0::int8
        FROM met JOIN metrics_credential x ON x.contractor = met.contractor
        WHERE x.awarded_at >= met.day_start AND x.awarded_at < $3::timestamptz AND x.programme = $4
            AND ($5::text IS NULL OR x.pathway = $5) AND (x.status <> 'revoked' OR x.revoked_at IS NOT NULL)
        """)

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        let isDone = events.contains { span.holds($0.at, fromDay: true) }
        return OutcomeValue(value: isDone ? 1 : 0, maturesOn: span.lastDay)
    }
}

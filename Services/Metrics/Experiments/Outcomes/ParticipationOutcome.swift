import Contracts
import Database
import Statistics

/// Whether somebody opted in, of all who met the variant.
enum ParticipationOutcome: OutcomeRule {
    static let kpi = Participation.name
    static let kind = OutcomeKind.proportion
    static let scale = OutcomeComparison.Scale.share

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, n.opted_in_at, NULL::timestamptz,
            CASE WHEN n.status = 'withdrawn' THEN coalesce(n.withdrawn_at, n.opted_in_at) END, 0::int8, 0::int8
        FROM met JOIN metrics_enrolment n ON n.contractor = met.contractor
        WHERE n.opted_in_at >= met.day_start AND n.opted_in_at < $3::timestamptz AND n.programme = $4
            AND ($5::text IS NULL OR n.pathway = $5)
        """)

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        let isIn = events.contains { span.holds($0.at, fromDay: true) }
        return OutcomeValue(value: isIn ? 1 : 0, maturesOn: span.lastDay)
    }
}

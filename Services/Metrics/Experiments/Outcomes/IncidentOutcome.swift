import Contracts
import Database
import Statistics

/// How many incidents were reported of somebody, of all who met the variant; days worked are not divided by.
enum IncidentOutcome: OutcomeRule {
    static let kpi = Incidents.name
    static let kind = OutcomeKind.skewed
    static let scale = OutcomeComparison.Scale.incidents
    static let isLowerBetter = true

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, r.event_time, NULL::timestamptz, NULL::timestamptz, 0::int8, 0::int8
        FROM met
        JOIN metrics_report r ON r.contractor = met.contractor AND r.type = 'guildhall.incident.recorded.v1'
        LEFT JOIN metrics_engagement e ON e.id = r.engagement
        WHERE r.event_time >= met.day_start - $5::int4 * interval '24 hours' AND r.event_time < $3::timestamptz
            AND (cardinality($4::text[]) = 0 OR r.engagement IS NULL OR e.role = ANY ($4::text[]))
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.texts(question.roles), .int4(Int32(clamping: question.preDays))]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        OutcomeValue(
            value: Double(events.count { span.holds($0.at) }), pre: Double(events.count { span.isBefore($0.at) }),
            maturesOn: span.lastDay)
    }
}

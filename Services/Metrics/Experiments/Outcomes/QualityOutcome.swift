import Contracts
import Database
import Statistics

/// The mean of the ratings after meeting the variant, as a share of their scales, with the mean of the days before.
///
/// Who was not rated afterwards has no value.
enum QualityOutcome: OutcomeRule {
    static let kpi = QualityDelta.name
    static let kind = OutcomeKind.mean
    static let scale = OutcomeComparison.Scale.share

    static let query = Statement(
        """
        \(OutcomeQuestion.met), scores AS (
            SELECT met.person, r.event_time, (r.content ->> 'score')::numeric AS score,
                (r.content -> 'scale' ->> 'minimum')::numeric AS minimum,
                (r.content -> 'scale' ->> 'maximum')::numeric AS maximum
            FROM met
            JOIN metrics_report r ON r.contractor = met.contractor AND r.type = 'guildhall.rating.recorded.v1'
            LEFT JOIN metrics_engagement e ON e.id = r.engagement
            WHERE r.event_time >= met.day_start - $5::int4 * interval '24 hours' AND r.event_time < $3::timestamptz
                AND (cardinality($4::text[]) = 0 OR e.role = ANY ($4::text[]))
        )
        SELECT person, event_time, NULL::timestamptz, NULL::timestamptz,
            round((score - minimum) / (maximum - minimum) * 1000000)::int8, 1000000::int8
        FROM scores WHERE maximum > minimum
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.texts(question.roles), .int4(Int32(clamping: question.preDays))]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        guard let value = mean(events.filter { span.holds($0.at) }) else { return nil }
        return OutcomeValue(
            value: value, pre: mean(events.filter { span.isBefore($0.at) }), maturesOn: span.lastDay)
    }

    private static func mean(_ events: [OutcomeEvent]) -> Double? {
        let whole = events.reduce(0) { $0 + $1.whole }
        return whole > 0 ? Double(events.reduce(0) { $0 + $1.amount }) / Double(whole) : nil
    }
}

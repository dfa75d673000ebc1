import Contracts
import Database
import Statistics

/// Errors over units of the work reported in first weeks of engagements that began after meeting the variant.
///
/// Who reported no unit has no value. Before means: of all work reported in the days before.
enum FirstWeekOutcome: OutcomeRule {
    static let kpi = FirstWeekErrors.name
    static let kind = OutcomeKind.mean
    static let scale = OutcomeComparison.Scale.share
    static let isLowerBetter = true

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, r.event_time, e.starts_at, NULL::timestamptz,
            (r.content ->> 'errors')::int8, (r.content ->> 'units')::int8
        FROM met
        JOIN metrics_engagement e ON e.contractor = met.contractor AND e.status IN ('active', 'extended', 'ended')
        JOIN metrics_report r ON r.engagement = e.id AND r.type = 'guildhall.work.reported.v1'
        WHERE r.event_time >= met.day_start - $5::int4 * interval '24 hours' AND r.event_time < $3::timestamptz
            AND (cardinality($4::text[]) = 0 OR e.role = ANY ($4::text[]))
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.texts(question.roles), .int4(Int32(clamping: question.preDays))]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        let week = events.filter { event in
            guard let start = event.until, start >= span.since else { return false }
            return event.at >= start && event.at < start.adding(seconds: 7 * 86_400) && span.holds(event.at)
        }
        guard let value = rate(week) else { return nil }
        return OutcomeValue(
            value: value, pre: rate(events.filter { span.isBefore($0.at) }), maturesOn: span.lastDay)
    }

    private static func rate(_ events: [OutcomeEvent]) -> Double? {
        let units = events.reduce(0) { $0 + $1.whole }
        return units > 0 ? Double(events.reduce(0) { $0 + $1.amount }) / Double(units) : nil
    }
}

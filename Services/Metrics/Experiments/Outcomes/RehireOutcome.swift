import Contracts
import Database
import Statistics

/// Whether another engagement followed the first one that began after meeting the variant and ended.
///
/// It follows when it starts after the day of that end and within the figure's window; the value is fixed when the
/// window is over. Who had no such engagement has no value.
enum RehireOutcome: OutcomeRule {
    static let kpi = Rehire.name
    static let kind = OutcomeKind.proportion
    static let scale = OutcomeComparison.Scale.share

    static let query = Statement(
        """
        \(OutcomeQuestion.met)
        SELECT met.person, e.starts_at, e.ends_at, NULL::timestamptz,
            coalesce(e.status = 'ended' AND e.ends_at < $3::timestamptz, false)::int4::int8,
            (cardinality($4::text[]) = 0 OR e.role = ANY ($4::text[]))::int4::int8
        FROM met JOIN metrics_engagement e ON e.contractor = met.contractor
        WHERE e.status IN ('active', 'extended', 'ended') AND e.starts_at >= met.since AND e.starts_at < $3::timestamptz
        """)

    static func parameters(_ question: OutcomeQuestion) -> [Parameter] {
        question.first + [.texts(question.roles)]
    }

    static func value(of events: [OutcomeEvent], _ span: OutcomeSpan) -> OutcomeValue? {
        guard let end = firstEnd(of: events, span) else { return nil }
        let last = end.adding(days: span.window)
        // Whatever starts after that end is another engagement.
        let isFollowed = events.contains { $0.at >= span.since && $0.at.day > end && $0.at.day <= last }
        return OutcomeValue(value: isFollowed ? 1 : 0, maturesOn: last)
    }

    /// The day of the first end of an engagement that began after meeting the variant.
    static func firstEnd(of events: [OutcomeEvent], _ span: OutcomeSpan) -> Day? {
        events.filter { $0.amount == 1 && $0.whole == 1 && $0.at >= span.since }.compactMap { $0.until?.day }.min()
    }

    /// Days from that end to the next engagement, or to the as-of day where there is none yet.
    static func lifetime(
        of events: [OutcomeEvent], _ span: OutcomeSpan, asOf: Day
    ) -> (days: Double, isBack: Bool)? {
        guard let end = firstEnd(of: events, span), end <= asOf else { return nil }
        let next = events.map(\.at.day).filter { $0 > end && $0 <= asOf }.min()
        return (Double((next ?? asOf).number - end.number), next != nil)
    }
}

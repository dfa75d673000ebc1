import Contracts
import Database
import Programmes

/// Whom the events of an experiment are asked for.
struct OutcomeQuestion: Sendable {
    let people: [Identifier]
    let since: [Timestamp]
    let programme: String
    let pathway: String?
    /// The programme's roles; all where none is named.
    let roles: [String]
    let preDays: Int
    /// The moment at which the last day is over.
    let end: Timestamp

    /// Everybody with all ids that are linked to one: every lookup starts here, so that its cost follows the
    /// experiment.
    static let met = """
        WITH met AS (
            SELECT m.person, m.since, (m.since AT TIME ZONE 'UTC')::date::timestamp AT TIME ZONE 'UTC' AS day_start,
                k.id AS contractor
            FROM unnest($1::uuid[], $2::timestamptz[]) m (person, since)
            JOIN metrics_contractor k ON k.canonical = m.person
        )
        """

    /// Asks for everybody who met a variant, up to the end of a day.
    init(_ plan: ExperimentPlan, _ meetings: [Meeting], of programme: String, roles: [String], asOf day: Day) {
        people = meetings.map(\.person)
        since = meetings.map(\.since)
        self.programme = programme
        pathway = plan.pathway
        self.roles = roles
        preDays = plan.preDays
        end = Timestamp(day.adding(days: 1))
    }

    /// The first three parameters of every query.
    var first: [Parameter] { [.uuids(people), .timestamps(since), .timestamptz(end)] }
}

import Contracts
import Database
import Programmes

extension VariantMap {
    static let exposures = Statement(
        """
        SELECT DISTINCT ON (p.canonical) p.canonical, x.variant, x.exposed_at, x.client
        FROM metrics_exposure x JOIN metrics_contractor p ON p.id = x.contractor
        WHERE x.programme = $1 AND x.experiment = $2 AND x.exposed_at < $3::timestamptz
        ORDER BY p.canonical, x.exposed_at, x.variant
        """)

    static let invitations = Statement(
        """
        SELECT p.canonical, min(i.invited_at)
        FROM metrics_invitation i JOIN metrics_contractor p ON p.id = i.contractor
        WHERE i.programme = $1 AND ($2::text IS NULL OR i.pathway = $2) AND NOT i.is_withdrawn
            AND i.invited_at >= $3::timestamptz AND i.invited_at < $4::timestamptz
        GROUP BY p.canonical ORDER BY p.canonical
        """)

    static let undeclared = Statement(
        """
        SELECT count(*) FROM metrics_exposure
        WHERE programme = $1 AND experiment = $2 AND programme_version < $3 AND exposed_at < $4::timestamptz
        """)

    /// Who met which variant first, as it was recorded (EXP-05), up to the last day of the plan: whoever meets the
    /// variant that was rolled out afterwards takes no part.
    static func exposed(
        _ plan: ExperimentPlan, programme: String, asOf day: Day, in database: Database
    ) async throws -> VariantMap {
        try exposed(plan, try await database.run([exposures(plan, programme: programme, asOf: day)])[0])
    }

    /// Asks for the exposures that count.
    static func exposures(_ plan: ExperimentPlan, programme: String, asOf day: Day) -> Call {
        let end = Timestamp(min(day, plan.until).adding(days: 1))
        return Call(exposures, [.text(programme), .text(plan.id), .timestamptz(end)])
    }

    /// Who met what, by the answer.
    static func exposed(_ plan: ExperimentPlan, _ rows: Rows) throws -> VariantMap {
        var places: [Identifier: Place] = [:]
        for row in rows {
            places[try row.identifier(0)] = Place(
                variant: try row.text(1), since: try row.timestamp(2), client: try row.optionalText(3))
        }
        return VariantMap(
            experiment: plan.id, analysis: .exposure, variants: plan.variants.map(\.id), places: places)
    }

    /// Who was assigned to which variant: everybody who was invited while it ran, by the pure function (EXP-04).
    ///
    /// Of whole clients only the exposures say for which one a worker was invited, so that those who met a variant are
    /// assigned by their client.
    static func assigned(
        _ plan: ExperimentPlan, programme: String, asOf day: Day, in database: Database
    ) async throws -> VariantMap {
        if plan.unit == .client {
            let met = try await exposed(plan, programme: programme, asOf: day, in: database)
            return assigned(plan, met.places.map { (person: $0, since: $1.since, client: $1.client) })
        }
        let end = Timestamp(min(day, plan.until).adding(days: 1))
        let rows = try await database.run([
            Call(
                invitations,
                [.text(programme), .text(plan.pathway), .timestamptz(Timestamp(plan.from)), .timestamptz(end)])
        ])[0]
        return assigned(
            plan, try rows.map { (person: try $0.identifier(0), since: try $0.timestamp(1), client: nil) })
    }

    /// The variants of people by the pure function.
    static func assigned(
        _ plan: ExperimentPlan, _ people: [(person: Identifier, since: Timestamp, client: String?)]
    ) -> VariantMap {
        var places: [Identifier: Place] = [:]
        for (person, since, client) in people {
            if let variant = VariantAssignment.variant(of: person, client: client, in: plan) {
                places[person] = Place(variant: variant.id, since: since, client: client)
            }
        }
        return VariantMap(
            experiment: plan.id, analysis: .assignment, variants: plan.variants.map(\.id), places: places)
    }
}

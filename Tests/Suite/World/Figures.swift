import Contracts
import Foundation
import Testing

/// What came of an import, read from the suite.
struct Figures: Sendable, Equatable {
    /// One line a credential: contractor, offering, award day.
    var awards: [String]
    /// One line a premium use: contractor, day on which the engagement starts, day of the credential's award.
    ///
    /// Days and not ids: of two that start, or were awarded, on one day, the rule says not which is the first.
    var premiums: [String]
    /// One line a premium use: contractor, engagement, offering; the same whatever the order of arrival.
    var premiumPairs: [String]
    /// The reports of the metrics service, as text.
    var kpis: [String]
}

extension SuiteHouse {
    /// The reconciliation, as JSON.
    func reconciliation() async throws -> String {
        try await guildhall(["report", "reconcile", "--json"] + Sample.days.flatMap { ["--as-of", $0] }).checked()
    }

    /// The figures, read row by row from the services' tables.
    func figures() async throws -> Figures {
        var kpis: [String] = []
        let reports = [["funnel", "--programme", "oulad"], ["status"], ["rehire", "--as-of", Sample.days[0]]]
        for report in reports {
            let printed = try await guildhall(["report", "kpi"] + report + ["--json"]).checked()
            var document = try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any] ?? [:]
            // Which months changed after their end does depend on the order of arrival.
            document["changedMonths"] = nil
            kpis.append(
                String(
                    decoding: try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys]),
                    as: UTF8.self))
        }
        return Figures(
            awards: try await lines(
                """
                SELECT concat_ws(E'\\t', i.worker_id, c.offering, (c.awarded_at AT TIME ZONE 'UTC')::date)
                FROM credentialing_credential c JOIN onboarding_identity i USING (contractor)
                WHERE c.status <> 'revoked'
                """),
            premiums: try await lines(
                """
                SELECT concat_ws(
                    E'\\t', i.worker_id, (e.starts_at AT TIME ZONE 'UTC')::date,
                    (c.awarded_at AT TIME ZONE 'UTC')::date)
                \(SuiteHouse.uses)
                """),
            premiumPairs: try await lines(
                "SELECT concat_ws(E'\\t', i.worker_id, e.record_id, c.offering) \(SuiteHouse.uses)"),
            kpis: kpis)
    }

    private static let uses = """
        FROM incentives_premium_use u
        JOIN onboarding_engagement e ON e.id = u.engagement
        JOIN credentialing_credential c ON c.id = u.credential
        JOIN onboarding_identity i ON i.contractor = u.contractor
        WHERE u.open
        """

    /// Checks every figure against the recomputation, to the last row; then what must hold whatever was imported.
    func expectFigures(of sample: Sample, ignoring keys: [String] = []) async throws {
        let differences = try await sample.differences(from: try await reconciliation(), ignoring: keys)
        #expect(differences == "")
        let figures = try await figures()
        expectSame(figures.awards, sample.awards, "credentials")
        expectSame(figures.premiums, sample.premiums, "premium uses")
        try await expectConsistency()
        try await expectNothingLeft()
        say("\(figures.awards.count) credentials, \(figures.premiums.count) premium uses")
    }

    /// Compares two sorted lists and names the first few differences.
    func expectSame(_ found: [String], _ expected: [String], _ what: Comment) {
        #expect(found.count == expected.count, what)
        let missing = Set(expected).subtracting(found).sorted().prefix(5)
        let surplus = Set(found).subtracting(expected).sorted().prefix(5)
        #expect(missing.isEmpty && surplus.isEmpty, "\(what): missing \(missing), surplus \(surplus)")
    }
}

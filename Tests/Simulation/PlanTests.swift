import Contracts
import Database
import Foundation
import Testing

@testable import AssessmentService
@testable import CredentialingService
@testable import IncentivesService
@testable import Messaging
@testable import MetricsService
@testable import OnboardingService

/// What a batch costs must not grow with what the tables hold.
@Suite(.serialized, .enabled(if: Ground.isPresent, "needs the PostgreSQL that deploy/local/simulation starts"))
struct PlanTests {
    private static var statements: [Statement] {
        let onboarding =
            ContractorStatements.all + EngagementStatements.all + CaseStatements.all
            + OnboardingService.EnrolmentStatements.all + VerificationStatements.all + InvitationStatements.all
            + NoticeStatements.all + TimeStatements.all + GateStatements.all + OnboardingService.RecordStatements.all
            + StandingStatements.all + FileStatements.all
        let assessment =
            ResultStatements.all + AssessmentService.EnrolmentStatements.all + OutcomeStatements.all
            + LearningStatements.all + AttemptStatements.all + TermStatements.all + [UnitStatements.insert]
        let credentialing =
            CredentialStatements.all + RenewalStatements.all + [StatusStatements.insert, StatusStatements.set]
            + [ErasureStatements.load]
            + [RequestStatements.load, RequestStatements.answer] + QuestionStatements.all
        let incentives =
            FactStatements.all + PoolStatements.all + PremiumStatements.all + [LedgerStatements.post]
            + EntryStatements.all + BudgetStatements.all + ToldStatements.all + IncentivesService.RecordStatements.all
            + ReceiptStatements.all + AnnouncementStatements.all
        let metrics = [
            AssessmentStartFact.load, CredentialFact.load, EngagementFact.load, EnrolmentFact.load,
            PoolMembershipFact.load, PremiumUseFact.load, ReportFact.load, EngagementFact.roles, RequisitionFact.load,
            RequisitionFact.insert, InvitationFact.load, DiscoveryFact.load, ExposureFact.load, CaseFact.load,
            TaskFact.load, GrantFact.load, StipendFact.load,
        ]
        let doors = ServiceName.allCases.flatMap { service in
            let door = DoorStatements(service)
            return [
                door.enterInbox, door.enterIntake, door.inbox, door.intake, door.intakeOutcomes, door.knownIntake,
                door.lockContractors, door.aliases, door.linkContractors, door.dropTimers, door.takeTimers,
                door.setTimers, door.asideRetries, door.dropRetries, door.outbox, door.audit, door.tally,
                OutboxStatements(service).delete,
            ]
        }
        return onboarding + assessment + credentialing + incentives + metrics + doors
    }

    /// Which tables statements are planned for: those of simulations, and ones that nothing was ever written to, as a
    /// session meets them that lives from the first day on.
    enum Tables: CaseIterable { case used, new }

    /// What a page costs that is not the next one: by default, and as operators of fast disks set it.
    static let randomPageCosts = [4.0, 1.1]

    @Test(
        "whatever a batch asks or writes, it looks rows up; it scans, merges and hashes no table",
        arguments: Tables.allCases, randomPageCosts)
    func lookups(_ tables: Tables, _ randomPageCost: Double) throws {
        // Nothing is simulated there, so that no transaction of this test gets into a run.
        let monitor = try Ground(number: 4).monitor()
        let start = try #require(DoorStatements(.onboarding).now.sql.firstRange(of: "set_config"))
        let settings = String(DoorStatements(.onboarding).now.sql[start.lowerBound...])
        #expect(Self.statements.count > 90)
        try monitor.run("SET random_page_cost = \(randomPageCost)")
        if tables == .new { try monitor.run(Self.newTables) }
        for statement in Self.statements {
            let parameters = statement.sql.matches(of: /\$([0-9]+)/).compactMap { Int($0.1) }.max() ?? 0
            let nulls =
                parameters == 0 ? "" : "(\(Array(repeating: "NULL", count: parameters).joined(separator: ", ")))"
            try monitor.run("BEGIN; SELECT \(settings)")
            defer { _ = try? monitor.run("ROLLBACK") }
            try monitor.run("PREPARE looked_at AS \(statement.sql)")
            let text = try monitor.texts("EXPLAIN (FORMAT JSON) EXECUTE looked_at\(nulls)").joined()
            try monitor.run("DEALLOCATE looked_at")
            let plans = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
            for plan in plans ?? [] { check(plan["Plan"] as? [String: Any] ?? [:], statement) }
        }
    }

    /// Gives the session empty tables of the same names, which hide those that others work with.
    private static let newTables = """
        DO $new$
        DECLARE
            found record;
        BEGIN
            FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('CREATE TEMP TABLE %1$I (LIKE public.%1$I)', found.tablename);
            END LOOP;
            FOR found IN SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' LOOP
                EXECUTE replace(found.indexdef, ' ON public.', ' ON pg_temp.');
            END LOOP;
        END
        $new$
        """

    /// The clock and the key have one row; programmes are as many as people write; requests that nobody has answered yet.
    private static let short = [
        "virtual_clock", "programme_version", "credentialing_request_waiting", "onboarding_link_key",
    ]

    private func check(_ node: [String: Any], _ statement: Statement) {
        let kind = node["Node Type"] as? String ?? ""
        let table = node["Relation Name"] as? String ?? node["Index Name"] as? String ?? ""
        if !Self.short.contains(table) {
            #expect(!["Seq Scan", "Merge Join", "Hash Join"].contains(kind), "\(kind) \(table): \(statement.sql)")
            if kind.hasPrefix("Index") || kind == "Bitmap Index Scan" {
                #expect(node["Index Cond"] != nil, "all of \(table): \(statement.sql)")
            }
        }
        for inner in node["Plans"] as? [[String: Any]] ?? [] { check(inner, statement) }
    }
}

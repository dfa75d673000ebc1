import Contracts
import Database
import Messaging
import Programmes
import ServiceRuntime
import TestKit
import Testing

@testable import OnboardingService

@Suite("Onboarding's SQL", .serialized, .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct DatabaseTests {
    private static let statements =
        ContractorStatements.all + EngagementStatements.all + CaseStatements.all
        + EnrolmentStatements.all + VerificationStatements.all + RecordStatements.all + StandingStatements.all
        + TimeStatements.all + GateStatements.all + InvitationStatements.all + NoticeStatements.all
        + FileStatements.all + ExperimentStopStatements.all

    @Test("Every statement is one that the migrated schema knows")
    func prepares() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            for (number, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE onboarding_\(number) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE onboarding_\(number)"))])
            }
        }
    }

    @Test(
        "ONB-01 ONB-02 ONB-05 ONB-06 ONB-08 ONB-13 ONB-22 ONB-27: what the database keeps is what the rules say",
        arguments: 0..<12)
    func sameAsRules(seed: Int) async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var generator = RecordGenerator(seed: UInt64(seed) + 5000)
            let inbound = generator.records(80)
            let records = inbound + generator.events(20)
            let key = try await transaction.run([Call(InvitationStatements.linkKey)])[0].only().bytes(0)
            var rules = RulesHouse(linkKey: key)
            rules.batch(records)
            var house = DatabaseHouse(transaction)
            for batch in generator.shuffled(records) { try await house.batch(batch) }
            let (kept, decided) = (try await house.state(), rules.state)
            #expect(kept.gates == decided.gates)
            #expect(kept.steps == decided.steps)
            #expect(kept.invitations == decided.invitations)
            #expect(kept.enrolments == decided.enrolments)
            #expect(kept == decided)
            #expect(house.announced == rules.announced)
            let again = try await house.batch(inbound)
            #expect(again.duplicates.count == inbound.count)
            #expect(again.writes.isEmpty)
        }
    }

    @Test("EXP-05, EXP-12: stops survive in the database, the earliest of each, and so does an exposure's client")
    func stops() async throws {
        let worker = try ExperimentStopTests.worker(in: "short")
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            house.now = Fixtures.day(110)
            try await house.batch([RetailProgramme.stopped(at: 108), RetailProgramme.stopped(at: 106)])
            try await house.batch([RetailProgramme.stopped(at: 105), RetailProgramme.stopped("other", at: 90)])
            try await house.batch([RetailProgramme.stopped(at: 107)])
            try await house.batch([
                RetailProgramme.invitation("I1", at: 105, worker: worker),
                RetailProgramme.invitation("I2", at: 106, worker: "W900"),
            ])
            let facts = try await house.facts()
            #expect(
                facts.stops == [
                    ExperimentStop(
                        programme: "retail", experiment: "subject", variant: "other", stoppedAt: Fixtures.day(90)),
                    ExperimentStop(
                        programme: "retail", experiment: "subject", variant: "short", stoppedAt: Fixtures.day(105)),
                ])
            let invitation = try #require(facts.invitations.first { $0.contractor == Fixtures.contractor(worker) })
            #expect(invitation.variants == ["subject": "plain"])
            #expect(!facts.exposures.contains { $0.contractor == Fixtures.contractor(worker) })
            let exposure = Exposure(
                contractor: Fixtures.contractor("W900"), programme: "retail", programmeVersion: 1, experiment: "whole",
                variant: "b", client: "stores-west", exposedAt: Fixtures.day(100))
            _ = try await transaction.run([InvitationStatements.upsert([exposure])])
            #expect(try await house.facts().exposures.contains(exposure))
        }
    }

    @Test("ONB-27: operators' links and their undoing survive in the database")
    func links() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let (first, second) = (Fixtures.contractor("W1"), Fixtures.contractor("W2"))
            try await house.batch([
                Fixtures.engagement("E1", at: 100, worker: "W1", person: "P"),
                Fixtures.engagement("E2", at: 200, worker: "W2", person: "P"),
            ])
            #expect(house.announced.canonicals == [second: first])
            try await house.batch([Fixtures.command(.contractorUnlinked, second, second)])
            #expect(house.announced.canonicals.isEmpty)
            try await house.batch([Fixtures.engagement("E3", at: 300, worker: "W2", person: "P")])
            #expect(house.announced.canonicals.isEmpty)
            try await house.batch([Fixtures.command(.contractorLinked, first, second)])
            #expect(house.announced.canonicals == [second: first])
            try await house.batch([Fixtures.engagement("E4", at: 50, worker: "W2")])
            #expect(house.announced.canonicals == [first: second])
            let rows = try await transaction.run([
                Call(
                    Statement(
                        "SELECT id, canonical, link_sequence FROM onboarding_contractor WHERE id = ANY ($1) ORDER BY id"
                    ), [.uuids([first, second])]),
                Call(
                    Statement("SELECT count(*) FROM onboarding_link WHERE alias = ANY ($1) AND undone_at IS NULL"),
                    [.uuids([first, second])]),
            ])
            #expect(try rows[0].allSatisfy { try $0.identifier(1) == second })
            #expect(try rows[1].only().int64(0) == 1)
        }
    }

    @Test("ONB-01: a revision that an earlier version wrote is read like any other")
    func revisionsOfBefore() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            house.now = Fixtures.day(101)
            try await house.batch([
                RetailProgramme.invitation(batch: "season"), Fixtures.engagement(role: "associate"),
            ])
            let written = try await house.facts().engagements
            _ = try await transaction.run([
                Call(
                    Statement(
                        "UPDATE onboarding_engagement_revision SET record = record_text::jsonb, record_text = NULL"))
            ])
            #expect(!written.isEmpty)
            #expect(try await house.facts().engagements == written)
        }
    }

    @Test("ONB-04 ONB-05 ONB-07 ONB-10 ONB-14: link, welcome, reminders, clock and answer go through the database")
    func wholeWay() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            house.now = Fixtures.day(101)
            try await house.batch([
                Fixtures.engagement(role: "associate"), RetailProgramme.invitation(batch: "season"),
                RetailProgramme.preference(at: 101, language: "es", channel: .message),
                RetailProgramme.agreement(hours: 96, warning: 24),
            ])
            let facts = try await house.facts()
            let invitation = try #require(facts.invitations.first)
            let token = SignUpLink.token(of: invitation.id, key: facts.linkKey)
            #expect(invitation.link == SignUpLink.id(of: token))
            try await house.batch([RetailProgramme.signUp(link: token)])
            #expect(try await house.batch([RetailProgramme.signUp("S2", link: token)]).refusals.count == 1)
            try await house.pass(to: Fixtures.day(103))
            try await house.pass(to: Fixtures.day(104))
            try await house.batch([RetailProgramme.hours(from: 101), RetailProgramme.hours(from: 101, revision: 1)])
            let late = try await house.facts()
            #expect(late.invitations.first?.usedBy != nil)
            #expect(late.enrolments.map(\.status) == [.open])
            #expect(
                Set(late.notices.map { "\($0.kind.rawValue) \($0.number) \($0.language)" }) == [
                    "invitation 1 es", "welcome 1 es", "reminder 1 es", "clock-warning 1 es", "clock-breach 1 es",
                ])
            #expect(late.gates.map(\.agreement) == ["A1 revision 0"])
            #expect(late.gates.map(\.status) == [.breached])
            #expect(late.violations.map(\.isOpen) == [true])
            #expect(late.series.map(\.nextDue) == [Fixtures.day(105)])
            try await house.batch([RetailProgramme.credential(at: 102), Fixtures.verification(at: 102)])
            let cleared = try await house.facts()
            #expect(cleared.gates.map(\.clearedAt) == [Fixtures.day(102)])
            #expect(cleared.series.filter { $0.kind == .reminder }.map(\.nextDue) == [nil])
            let question = BillingQueryAsked(source: Fixtures.source, engagement: "E1", at: Fixtures.day(102))
            let answer = try await house.batch([question]).replies.values.first?.payload as? BillingQueryAnswered
            #expect(answer?.verdict == .yes)
            try await asked(OnboardingAnswers { try await transaction.run($0) }, token)
        }
    }

    /// ONB-21, ONB-24, ONB-25 and GOV-09 as they are answered over HTTP.
    private func asked(_ answers: OnboardingAnswers, _ token: String) async throws {
        let worker = Fixtures.contractor("W1")
        let caseID = OnboardingCase.id(of: Fixtures.engagement("E1"))
        let report = try await answers.report(case: caseID, Fixtures.catalogue)
        #expect(report?.json.description.contains("\"status\":\"cleared\"") == true)
        #expect(try await answers.report(case: worker, Fixtures.catalogue) == nil)
        let steps = try await answers.reports(contractor: worker, Fixtures.catalogue)
        #expect(steps.count == 1)
        #expect(steps.first?.json.description.contains("\"text_version\":\"2025-09\"") == true)
        let file = try #require(try await answers.file(of: worker))
        #expect(ParticipationReport(file: file).json.description.contains("\"i1\""))
        #expect(StageReport(file: file).json.description.contains("\"opted_in_at\""))
        #expect(try await answers.file(of: Fixtures.contractor("nobody")) == nil)
        let (batch, key) = try #require(try await answers.batch("season"))
        #expect(batch.links(key: key).description.contains(token))
        #expect(batch.json.description.contains("\"enrolled\":1"))
        #expect(try await answers.batch("nothing") == nil)
        #expect(try await answers.programmes().latest.allSatisfy { !$0.id.isEmpty })
    }

    @Test("GOV-26: a record that another contractor's batch made meanwhile is refused")
    func otherContractor() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            try await house.batch([Fixtures.engagement(), Fixtures.consent(), Fixtures.verification()])
            let out = try await house.batch([
                Fixtures.engagement(revision: 1, worker: "W2"), Fixtures.consent(revision: 1, worker: "W2"),
                Fixtures.verification(revision: 1, worker: "W2"),
            ])
            #expect(out.refusals.map(\.refusal.code) == Array(repeating: "contractor-changed", count: 3))
        }
    }
}

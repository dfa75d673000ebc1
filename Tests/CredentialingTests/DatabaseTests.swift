import Contracts
import Database
import Messaging
import Programmes
import TestKit
import Testing

@testable import CredentialingService

@Suite("Credentialing's SQL", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct CredentialingDatabaseTests {
    private static let statements =
        CredentialStatements.all + ErasureStatements.all + KeyStatements.all + LinkStatements.all
        + OutsideStatements.all + PublicPageStatements.all + RequestStatements.all + ShareStatements.all
        + StatusStatements.all + WorkerStatements.all
        + QuestionStatements.all + AccessStatements.all + RenewalStatements.all

    @Test("every statement can be prepared")
    func prepare() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            for (index, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE smoke_\(index) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE smoke_\(index)"))])
            }
        }
    }

    @Test("CRD-01: what a batch wrote is what the next one finds")
    func roundTrip() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var world = try CredentialingWorld(now: "2014-04-01")
            let rules = CredentialingRules(
                issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault, salt: { [1, 2, 3] })
            func decide(_ outcomes: [OutcomeState]) async throws -> Decisions {
                let items = outcomes.map { world.item(.outcomeDecided, $0) }
                let loading = rules.loading(items, Roster(), again: false)
                let loaded = try await transaction.run(loading.calls)
                var out = Decisions()
                let context = DecisionContext(
                    now: world.now, roster: Roster(),
                    programmes: ProgrammeCatalogue([CredentialingWorld.programme]))
                try rules.decide(items, loading, loaded, context, &out)
                if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
                return out
            }
            #expect(try await decide([.made(1), .made(2), .made(3, passed: false)]).emissions.count == 2)
            #expect(try await decide([.made(1), .made(2), .made(3, passed: false)]).writes.isEmpty)
            let corrected = try await decide([
                .made(1, sequence: 2, awarded: "2014-02-01"), .made(2, sequence: 2, passed: false),
            ])
            #expect(corrected.emissions.map(\.type) == [.credentialCorrected, .credentialRevoked])
            let id = Credential.id(of: OutcomeState.made(1).outcome)
            let rows = try await transaction.run([
                Call(PublicPageStatements.document, [.uuid(id), .uuid(CredentialingWorld.contractor)])
            ])
            #expect(
                String(decoding: try rows[0][0].bytes(7), as: UTF8.self).contains(
                    "\"validFrom\":\"2014-02-01T00:00:00Z\""))
            #expect(try rows[0][0].text(0) == "lapsed")
            #expect(try rows[0][0].timestamp(2) == UTCMoment.parse("2015-02-01"))
        }
    }

    @Test("CRD-05, CRD-06, CRD-08: renewals, terms, openings and suspensions are found as they were written")
    func renewals() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var world = try CredentialingWorld(now: "2014-04-01")
            let rules = CredentialingRules(
                issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault, salt: { [1, 2, 3] })
            let id = Credential.id(of: OutcomeState.assessed().outcome)
            func decide(_ items: [Item]) async throws -> Decisions {
                let loading = rules.loading(items, Roster(), again: false)
                let loaded = try await transaction.run(loading.calls)
                var out = Decisions()
                let context = DecisionContext(
                    now: world.now, roster: Roster(), programmes: ProgrammeCatalogue([CredentialingWorld.renewing]))
                try rules.decide(items, loading, loaded, context, &out)
                if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
                return out
            }
            func number(_ sql: String) async throws -> Int64 {
                try await transaction.run([Call(Statement("SELECT (\(sql))::int8"))])[0][0].int64(0)
            }
            func fired(_ key: Identifier, _ kind: String) -> Item {
                world.item(EventType("timer"), TimerFired(key: key, kind: kind, due: world.now))
            }
            // One renewal comes before its credential.
            let first = RenewalState.made(1, of: id, passed: "2015-03-10")
            #expect(try await decide([world.item(.renewalPassed, first)]).emissions.isEmpty)
            world.now = try #require(UTCMoment.parse("2015-03-15"))
            let issued = try await decide([world.item(.outcomeDecided, OutcomeState.assessed())])
            #expect(issued.emissions.map(\.type) == [.credentialIssued])
            #expect(issued.timers[CredentialTimer.renewal.key(of: id)]?.due == UTCMoment.parse("2016-02-09"))
            #expect(try await decide([world.item(.outcomeDecided, OutcomeState.assessed())]).writes.isEmpty)
            #expect(try await decide([world.item(.renewalPassed, first)]).writes.isEmpty)
            world.now = try #require(UTCMoment.parse("2016-02-09"))
            let opening = fired(CredentialTimer.renewal.key(of: id), RenewalOpening.timer)
            #expect(try await decide([opening]).emissions.map(\.type) == [.renewalOpened])
            #expect(try await decide([opening]).emissions.isEmpty)
            #expect(try await number("SELECT count(*) FROM credentialing_renewal WHERE opened_at IS NOT NULL") == 1)
            let second = RenewalState.made(2, of: id, passed: "2016-02-20", score: 90)
            world.now = try #require(UTCMoment.parse("2016-02-21"))
            #expect(
                try await decide([world.item(.renewalPassed, second)]).emissions.map(\.type) == [.credentialRenewed])
            let terms = "SELECT count(*) FROM credentialing_term WHERE credential = '\(id)'"
            #expect(try await number(terms) == 3)
            let request = Identifier(high: 77, low: 1)
            _ = try await transaction.run([
                Call(
                    Statement(
                        """
                        INSERT INTO credentialing_request
                            (id, credential, kind, reason, until, requested_by, requested_at)
                        VALUES ($1::uuid, $2::uuid, 'suspend', 'Review.', '2016-05-01T00:00:00Z', 'R. Eviewer', now())
                        """), [.uuid(request), .uuid(id)])
            ])
            let suspended = try await decide([fired(request, CredentialRequest.timer)])
            #expect(suspended.emissions.map(\.type) == [.credentialSuspended])
            #expect((suspended.emissions.last?.payload as? CredentialState)?.renewals == 2)
            let asked = try await decide([world.item(EffectsAsked.type, EffectsAsked(credential: id))])
            #expect(asked.replies.count == 1)
            let withdrawn = RenewalState.made(
                2, of: id, passed: "2016-02-20", score: 90, isWithdrawn: true, sequence: 2)
            let corrected = try await decide([world.item(.renewalPassed, withdrawn)])
            #expect(corrected.emissions.map(\.type) == [.credentialCorrected])
            #expect(
                (corrected.emissions.last?.payload as? CredentialState)?.validUntil == UTCMoment.parse("2016-03-10"))
            #expect(try await number(terms) == 2)
            world.now = try #require(UTCMoment.parse("2016-05-01"))
            let ended = try await decide([
                fired(CredentialTimer.suspension.key(of: id), SuspensionEnd.timer), fired(id, Expiry.timer),
            ])
            #expect(ended.emissions.map(\.type) == [.credentialSuspended, .credentialLapsed])
            #expect(
                try await number(
                    """
                    SELECT count(*) FROM credentialing_credential WHERE id = '\(id)' AND suspended_until IS NULL
                        AND renewals = 1 AND attempt = 'ATT-1' AND rubric_version = '7' AND status = 'lapsed'
                    """) == 1)
        }
    }
}

import Contracts
import Foundation
import Testing

extension SuiteTests {
    /// A message as `guildhall dead-letters list --json` shows it.
    struct DeadLetter: Decodable {
        var service: String
        var id: String
        var type: String
        var messageID: String
        var attempts: Int
        var errors: [String]
        var nextAt: String?
        var reason: String?
    }

    /// What `guildhall dead-letters show --json` shows.
    struct DeadLetterDocument: Decodable {
        var deadLetter: DeadLetter
        var body: String
    }

    @Test(
        "GOV-26: a message that the database refuses is parked while its neighbours go on; a replay applies it once",
        .timeLimit(.minutes(3)))
    func deadLetters() async throws {
        guard let start = Timestamp("2014-03-01T00:00:00Z") else { throw SuiteFailure("no time") }
        try await SuiteHouse.with("dead-letters", clock: start) { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            // One message fails on its way in, one on its way from service to service.
            let second = Identifier.engagement(source: "/suite/vms", id: "poison-2")
            try await house.change(
                """
                ALTER TABLE onboarding_engagement ADD CONSTRAINT suite_in CHECK (record_id <> 'poison-1');
                ALTER TABLE incentives_engagement ADD CONSTRAINT suite_between CHECK (id <> '\(second)')
                """)
            let records = ["n-1", "poison-1", "n-2", "poison-2", "n-3"]
            let outcomes = try await house.publish(
                records.map { try Event.engagement($0, worker: "W-\($0)") }, timeout: 4)
            #expect(outcomes.map(\.outcome) == ["accepted", "unanswered", "accepted", "accepted", "accepted"])
            let waiting = try await house.deadLetters(waiting: true, until: { $0.count == 2 })
            #expect(waiting.allSatisfy { $0.reason == nil && $0.nextAt != nil }, "\(waiting)")
            #expect(waiting.map(\.service) == ["incentives", "onboarding"])
            #expect(try Totals(await house.reconciliation()).isBalanced)

            // Each hour of the virtual clock brings the next attempt.
            var clock = start
            for attempt in 2...5 {
                clock = clock.adding(seconds: 3600)
                try await house.set(clock: clock)
                _ = try await house.deadLetters(waiting: true, until: { $0.allSatisfy { $0.attempts >= attempt } })
            }
            let parked = try await house.deadLetters(waiting: false, until: { $0.count == 2 })
            #expect(parked.map(\.service) == ["incentives", "onboarding"] && parked.map(\.attempts) == [5, 5])
            #expect(parked[0].reason?.contains("23514") == true, "\(parked[0])")
            #expect(parked[1].reason?.contains("23514") == true, "\(parked[1])")
            try await house.drain()
            house.expectSame(
                try await house.lines("SELECT record_id FROM onboarding_engagement"),
                ["n-1", "n-2", "n-3", "poison-2"], "engagements while one is parked")
            #expect(try Totals(await house.reconciliation()).isBalanced)
            let shown: DeadLetterDocument = try await house.guildhall(
                ["dead-letters", "show", parked[1].id, "--json"]
            ).json()
            #expect(shown.body.contains("poison-1") && shown.deadLetter.messageID == "poison-1:1")

            try await house.change(
                """
                ALTER TABLE onboarding_engagement DROP CONSTRAINT suite_in;
                ALTER TABLE incentives_engagement DROP CONSTRAINT suite_between
                """)
            for letter in parked { try await house.guildhall(["dead-letters", "replay", letter.id]).checked() }
            _ = try await house.deadLetters(waiting: true, until: { $0.isEmpty })
            try await house.drain()
            for service in ["onboarding", "incentives", "metrics"] {
                let count = try await house.number("SELECT count(*) FROM \(service)_engagement")
                #expect(count == 5, "\(service)")
            }
            let totals = try Totals(await house.reconciliation())
            #expect(totals.isBalanced && totals.received == 5 && totals.duplicates == 0 && totals.waiting == 0)
            // Replaying what is gone is told so.
            let again = try await house.guildhall(["dead-letters", "replay", parked[0].id])
            #expect(again.status != 0, "\(again)")
            try await house.expectConsistency()
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// The messages that wait for a person, or also those that wait for an attempt, once they are as expected.
    func deadLetters(
        waiting: Bool, until isReached: @Sendable ([SuiteTests.DeadLetter]) -> Bool
    ) async throws -> [SuiteTests.DeadLetter] {
        var found: [SuiteTests.DeadLetter] = []
        do {
            try await eventually(within: .seconds(20), "the dead letters are as expected", every: .milliseconds(300)) {
                found = try await guildhall(["dead-letters", "list", "--json"] + (waiting ? ["--waiting"] : [])).json()
                return isReached(found)
            }
        } catch let failure as SuiteFailure {
            throw SuiteFailure("\(failure): \(found)")
        }
        return found.sorted { $0.service < $1.service }
    }
}

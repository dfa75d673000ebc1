import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test(
        "CRD-04, INC-03: a credential lapses once, at its last moment, and its pool membership ends with it",
        .timeLimit(.minutes(3)))
    func expiry() async throws {
        guard let start = Timestamp("2013-12-01T00:00:00Z"), let before = Timestamp("2014-11-19T23:59:59Z"),
            let after = Timestamp("2014-11-20T00:00:00Z"), let later = Timestamp("2016-01-01T00:00:00Z")
        else { throw SuiteFailure("no times") }
        try await SuiteHouse.with("expiry", clock: start) { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            try await house.publishAccepted([
                Event.engagement("L-1", worker: "L1"), Event.optIn(worker: "L1"),
                Event.result("104", worker: "L1", score: 100, at: "2013-11-01T00:00:00Z"),
                Event.result("103", worker: "L1", score: 100, at: "2013-11-20T00:00:00Z"),
            ])
            try await house.drain()
            house.expectSame(try await house.lifeline(), ["credential valid 2014-11-20 1", "pool open"], "valid")
            try await house.set(clock: before)
            try await house.drain()
            house.expectSame(try await house.lifeline(), ["credential valid 2014-11-20 1", "pool open"], "valid")
            try await house.set(clock: after)
            let pause = try await eventually(within: .seconds(15), "the credential lapses") {
                try await house.lifeline().first == "credential lapsed 2014-11-20 2"
            }
            house.say("lapsed \(pause.text) after its last moment")
            try await house.drain()
            house.expectSame(try await house.lifeline(), ["credential lapsed 2014-11-20 2", "pool closed"], "lapsed")
            let effects = try await house.effects()
            try await house.set(clock: later)
            try await house.drain()
            house.expectSame(try await house.effects(), effects, "a year later")
            house.expectSame(
                try await house.lines("SELECT decision FROM credentialing_audit"),
                ["credential.issued", "credential.lapsed"], "decisions")
            let port = try house.port(of: .credentialing)
            let id = try await house.lines("SELECT id::text FROM credentialing_credential")[0]
            #expect(try await house.get("/credentials/\(id)", atPort: port).status == 404)
            try await house.guildhall(["credential", "share", id, "--by", "the suite"]).checked()
            let document = try await house.get("/credentials/\(id)", atPort: port)
            #expect(document.status == 200)
            #expect(String(decoding: document.body, as: UTF8.self).contains("\"proof\""))
            let status = try await house.get("/credentials/\(id)/status", atPort: port)
            #expect(String(decoding: status.body, as: UTF8.self).contains("lapsed"))
            try await house.expectConsistency()
            try await house.expectNothingLeft()
        }
    }

    @Test(
        "CRD-04, GOV-26: a timer that the database refuses waits like a message, is parked, and a replay fires it once",
        .timeLimit(.minutes(3)))
    func failedTimer() async throws {
        guard let start = Timestamp("2013-12-01T00:00:00Z"), let after = Timestamp("2014-11-20T00:00:00Z")
        else { throw SuiteFailure("no times") }
        try await SuiteHouse.with("failed-timer", clock: start) { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            try await house.publishAccepted([
                Event.engagement("L-1", worker: "L1"), Event.optIn(worker: "L1"),
                Event.result("104", worker: "L1", score: 100, at: "2013-11-01T00:00:00Z"),
                Event.result("103", worker: "L1", score: 100, at: "2013-11-20T00:00:00Z"),
            ])
            try await house.drain()
            try await house.change(
                "ALTER TABLE credentialing_credential ADD CONSTRAINT suite_lapse CHECK (status <> 'lapsed')")
            var clock = after
            try await house.set(clock: clock)
            _ = try await house.deadLetters(waiting: true, until: { $0.count == 1 })
            for attempt in 2...5 {
                clock = clock.adding(seconds: 3600)
                try await house.set(clock: clock)
                _ = try await house.deadLetters(waiting: true, until: { $0.allSatisfy { $0.attempts >= attempt } })
            }
            let parked = try await house.deadLetters(waiting: false, until: { $0.count == 1 })
            #expect(parked[0].service == "credentialing" && parked[0].attempts == 5)
            #expect(parked[0].reason?.contains("suite_lapse") == true, "\(parked[0])")
            try await house.drain()
            try await house.change("ALTER TABLE credentialing_credential DROP CONSTRAINT suite_lapse")
            try await house.guildhall(["dead-letters", "replay", parked[0].id]).checked()
            _ = try await house.deadLetters(waiting: true, until: { $0.isEmpty })
            try await house.drain()
            house.expectSame(try await house.lifeline(), ["credential lapsed 2014-11-20 2", "pool closed"], "lapsed")
            try await house.expectConsistency()
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// The credential's state, last day and sequence, and whether the pool membership is open.
    fileprivate func lifeline() async throws -> [String] {
        try await lines(
            """
            SELECT concat_ws(' ', 'credential', status, (valid_until AT TIME ZONE 'UTC')::date, sequence)
            FROM credentialing_credential
            UNION ALL SELECT 'pool ' || CASE WHEN open THEN 'open' ELSE 'closed' END FROM incentives_pool_membership
            """)
    }
}

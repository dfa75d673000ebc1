import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test("scratch") func scratch() async throws {
        guard let start = Timestamp("2013-12-01T00:00:00Z"), let after = Timestamp("2014-11-20T00:00:00Z")
        else { throw SuiteFailure("no times") }
        try await SuiteHouse.with("scratch", clock: start) { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            for w in ["L1", "L2"] {
            try await house.publishAccepted([
                Event.engagement(w, worker: w), Event.optIn(worker: w),
                Event.result("104", worker: w, score: 100, at: "2013-11-01T00:00:00Z"),
                Event.result("103", worker: w, score: 100, at: "2013-11-20T00:00:00Z"),
            ]) }
            try await house.drain()
            let id = try await house.lines("SELECT id::text FROM credentialing_credential")[0]
            try await house.change("ALTER TABLE credentialing_credential ADD CONSTRAINT suite_timer CHECK (id <> '\(id)' OR status <> 'lapsed')")
            try await house.set(clock: after)
            for _ in 0..<4 {
                try await Task.sleep(for: .seconds(3))
                house.say("\(try await house.lines("SELECT concat_ws(' ', id, status) FROM credentialing_credential"))")
                house.say("\(try await house.lines("SELECT concat_ws(' ', id, type, attempts, next_at, parked_reason) FROM credentialing_retry"))")
                house.say("\(try await house.lines("SELECT concat_ws(' ', key, due) FROM credentialing_timer"))")
            }
            try await house.change("ALTER TABLE credentialing_credential DROP CONSTRAINT suite_timer")
            try await Task.sleep(for: .seconds(3))
            house.say("\(try await house.lines("SELECT concat_ws(' ', id, status) FROM credentialing_credential"))")
            house.say("\(try await house.lines("SELECT concat_ws(' ', id, type, attempts, next_at, parked_reason) FROM credentialing_retry"))")
            house.say(try await house.guildhall(["dead-letters", "list"]).output)
            let key = try await house.lines("SELECT id::text FROM credentialing_retry")
            if let k = key.first { _ = try await house.guildhall(["dead-letters", "replay", k]) }
            try await Task.sleep(for: .seconds(3))
            house.say(try await house.guildhall(["dead-letters", "list", "--waiting"]).output)
            house.say(try await house.guildhall(["drain", "--timeout", "5"]).output)
            house.say(try await house.reconciliation())
        }
    }
}

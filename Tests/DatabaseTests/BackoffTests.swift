import Testing

@testable import Database

@Suite("Backoff and errors")
struct BackoffTests {
    @Test("pauses double up to the limit, and chance takes at most half of them")
    func doubling() {
        let backoff = Backoff(start: .milliseconds(100), limit: .seconds(1))
        #expect((1...6).map { backoff.delay(after: $0, chance: 1).milliseconds } == [100, 200, 400, 800, 1000, 1000])
        #expect(backoff.delay(after: 3, chance: 0).milliseconds == 200)
        #expect(backoff.delay(after: 1_000_000, chance: 1) == .seconds(1))
        for failures in 0..<100 {
            let delay = backoff.delay(after: failures, chance: .random(in: 0...1))
            #expect(delay >= .milliseconds(50) && delay <= .seconds(1))
        }
    }

    @Test(
        "what may pass is transient, what will not is not",
        arguments: [
            ("40001", true), ("40P01", true), ("55P03", true), ("57P01", true), ("57P03", true), ("53300", true),
            ("08006", true), ("23505", false), ("42601", false), ("42501", false), ("57014", false),
            ("22021", false),
        ])
    func transience(state: String, isTransient: Bool) {
        let error = DatabaseError(SQLState.code(of: state), "message", sqlState: state)
        #expect(error.isTransient == isTransient)
    }

    @Test("a commit of unknown outcome is a lost connection, and not to be repeated blindly")
    func unknownOutcome() {
        let error = DatabaseError(.commitOutcomeUnknown, "gone")
        #expect(error.isConnectionLoss)
        #expect(!error.isTransient)
        #expect(DatabaseError(.connectionLost, "gone").isTransient)
    }

    @Test("the description says nothing of what a row contained")
    func bland() {
        let error = DatabaseError(.server, "Key (name)=(Ada) exists", sqlState: "23505", constraint: "once")
        #expect(error.description == "database: refused by the server (23505)")
        #expect(error.debugDescription.contains("Ada"))
        #expect(error.debugDescription.contains("once"))
    }

    @Test("a duration is rounded up to milliseconds and never overflows")
    func milliseconds() {
        #expect(Duration.microseconds(1).milliseconds == 1)
        #expect(Duration.seconds(-1).milliseconds == 0)
        #expect(Duration.seconds(Int64.max / 2).milliseconds == Int(Int32.max))
    }
}

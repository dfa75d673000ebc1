import Database
import TestKit

/// Runs tests in transactions that are rolled back, one after the other: tests about the same made-up workers would
/// lock each other's rows in other orders.
enum OneByOne {
    private actor Turn {
        private var isTaken = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func take() async {
            if isTaken { await withCheckedContinuation { waiting.append($0) } } else { isTaken = true }
        }

        func give() {
            if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
        }
    }

    private static let turn = Turn()

    static func inTransaction(_ body: (Transaction) async throws -> Void) async throws {
        await turn.take()
        do {
            try await MigratedDatabase.inTransaction(body)
            await turn.give()
        } catch {
            await turn.give()
            throw error
        }
    }
}

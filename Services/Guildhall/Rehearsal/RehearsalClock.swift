import Contracts
import Database

/// The virtual clock that every rule sees, as its one driver moves it.
struct RehearsalClock: Sendable {
    let database: Database

    private static let read = Statement("SELECT at FROM virtual_clock")
    private static let move = Statement("UPDATE virtual_clock SET at = $1 WHERE at <= $1")
    private static let nextTimer = Statement(
        ServiceName.allCases.map { "SELECT min(due) FROM \($0.rawValue)_timer" }.joined(separator: " UNION ALL "))

    /// What the clock says; nil where the suite runs on real time.
    func now() async throws -> Timestamp? {
        try await database.run([Call(RehearsalClock.read)])[0].first?.timestamp(0)
    }

    /// Moves the clock on; it never goes back.
    func move(to moment: Timestamp) async throws {
        _ = try await database.run([Call(RehearsalClock.move, [.timestamptz(moment)])])
    }

    /// The earliest moment for which any service has set a timer.
    func nextTimer() async throws -> Timestamp? {
        try await database.run([Call(RehearsalClock.nextTimer)])[0].compactMap { try $0.optionalTimestamp(0) }.min()
    }
}

import Contracts
import Messaging

extension EngineHealth {
    /// The engine's state as `/status` gives it.
    func json() async throws -> JSONValue {
        // What is counted in memory is read before and after the tables, so that work on its way between the two shows.
        let before = status.totals
        let inFlight = status.inFlight
        let waiting = try await snapshot()
        let after = status.totals
        let totals: [(String, JSONValue)] = [
            ("consumed", .count(after.consumed)),
            ("published", .count(after.published)),
            ("fired", .count(after.fired)),
        ]
        let members: [(String, JSONValue)] = [
            ("service", .string(service.rawValue)),
            ("inFlight", .count(max(inFlight, status.inFlight))),
            ("unconfirmed", .count(status.unconfirmed)),
            ("outbox", .integer(waiting.outbox)),
            ("outboxOldestSeconds", .number(waiting.outboxOldestSeconds)),
            ("retries", .integer(waiting.retries)),
            ("parked", .integer(waiting.parked)),
            ("dueTimers", .integer(waiting.dueTimers)),
            ("intakeSubscribed", .bool(status.intakeSubscribed)),
            ("eventsSubscribed", .bool(status.eventsSubscribed)),
            ("partitions", .count(status.partitions.count)),
            ("connected", .bool(isConnected)),
            ("blocked", .bool(broker.isBlocked)),
            ("returned", status.returned.map { JSONValue.string($0) } ?? .null),
            ("stable", .bool(before == after)),
            ("totals", .object(totals)),
        ]
        return .object(members)
    }
}

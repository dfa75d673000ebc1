import Contracts
import Database

/// Which CloudEvents sources a broker user may publish as.
struct SourceRegistration: Sendable {
    let database: Database

    private static let owners = Statement("SELECT DISTINCT broker_user FROM integrator_source WHERE source = $1")
    private static let add = Statement(
        "INSERT INTO integrator_source (broker_user, source) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING")
    private static let remove = Statement("DELETE FROM integrator_source WHERE broker_user = $1")
    private static let all = Statement(
        "SELECT broker_user, array_agg(source ORDER BY source) FROM integrator_source GROUP BY 1 ORDER BY 1")

    /// Registers sources for a user.
    func add(_ sources: [String], for user: String) async throws {
        _ = try await database.run([Call(SourceRegistration.add, [.text(user), .texts(sources)])])
    }

    /// Registers a source for the operator's own user, unless it is somebody else's; returns whether it is new.
    func claim(_ source: String, for user: String) async throws -> Bool {
        let owners = try await database.run([Call(SourceRegistration.owners, [.text(source)])])[0]
        if !owners.isEmpty { return false }
        try await add([source], for: user)
        return true
    }

    /// Takes all sources of a user away; returns how many there were.
    func removeAll(of user: String) async throws -> Int {
        try await database.run([Call(SourceRegistration.remove, [.text(user)])])[0].affected
    }

    /// Every user with the sources registered for it.
    func all() async throws -> [(user: String, sources: [String])] {
        try await database.run([Call(SourceRegistration.all)])[0].map { (try $0.text(0), try $0.texts(1)) }
    }
}

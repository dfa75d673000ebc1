import Contracts
import Database

/// What the five services took in.
enum Consumed {
    /// Records and events, each once for every service that took it in.
    static func count(_ database: Database) async throws -> Int {
        let tables = ServiceName.allCases.flatMap { ["\($0.rawValue)_inbox", "\($0.rawValue)_intake"] }
        let counts = tables.map { "(SELECT count(*) FROM \($0))" }.joined(separator: " + ")
        return Int(try await database.run([Call(Statement("SELECT \(counts)"))])[0].only().int64(0))
    }
}

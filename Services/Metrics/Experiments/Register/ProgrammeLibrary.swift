import Database
import Programmes
import Synchronization

/// The published programmes, read again when there are more versions than are known; versions are immutable.
final class ProgrammeLibrary: Sendable {
    private let database: Database
    private let state = Mutex<(count: Int64, catalogue: ProgrammeCatalogue)>((0, ProgrammeCatalogue()))

    private static let count = Statement("SELECT count(*) FROM programme_version")
    private static let all = Statement(
        "SELECT programme, version, definition, published_at FROM programme_version ORDER BY programme, version")

    init(_ database: Database) {
        self.database = database
    }

    /// The programmes as they are published now.
    func catalogue() async throws -> ProgrammeCatalogue {
        let count = try await database.run([Call(ProgrammeLibrary.count)])[0][0].int64(0)
        let known = state.withLock { $0 }
        if known.count >= count { return known.catalogue }
        let rows = try await database.run([Call(ProgrammeLibrary.all)])[0].map { row in
            ProgrammeRow(
                programme: try row.text(0), version: try row.int64(1), yaml: try row.text(2),
                publishedAt: try row.timestamp(3))
        }
        let catalogue = try ProgrammeCatalogue(rows: rows)
        state.withLock { if Int64(rows.count) > $0.count { $0 = (Int64(rows.count), catalogue) } }
        return catalogue
    }
}

extension ProgrammeCatalogue {
    /// All versions of a programme, oldest first.
    func versions(of programme: String) -> [PublishedProgramme] {
        guard let newest = find(programme: programme), newest.version > 0 else { return [] }
        return (1...newest.version).compactMap { find(programme: programme, version: $0) }
    }
}

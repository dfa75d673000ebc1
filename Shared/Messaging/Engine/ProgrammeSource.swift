import Database
import Programmes
import Synchronization

/// The published programmes, read again when the database has more versions than are known.
public final class ProgrammeSource: Sendable {
    private let database: Database
    private let state = Mutex<(versions: Int64, catalogue: ProgrammeCatalogue)>((0, ProgrammeCatalogue()))
    private static let all = Statement(
        "SELECT programme, version, definition, published_at FROM programme_version ORDER BY programme, version")

    /// Programmes of a database; nothing is read yet.
    public init(_ database: Database) {
        self.database = database
    }

    /// The catalogue as it stood when there were so many versions; versions are immutable, so a count tells.
    func catalogue(ofVersions count: Int64) async throws -> ProgrammeCatalogue {
        let known = state.withLock { $0 }
        if known.versions >= count { return known.catalogue }
        var rows: [ProgrammeRow] = []
        for row in try await database.run([Call(ProgrammeSource.all)])[0] {
            rows.append(
                ProgrammeRow(
                    programme: try row.text(0), version: try row.int64(1), yaml: try row.text(2),
                    publishedAt: try row.timestamp(3)))
        }
        let catalogue = try ProgrammeCatalogue(rows: rows)
        let versions = Int64(rows.count)
        state.withLock { if versions > $0.versions { $0 = (versions, catalogue) } }
        return catalogue
    }
}

import Database
import Programmes
import Synchronization

/// The published programmes, read again when the database has more versions than are known.
public final class ProgrammeSource: Sendable {
    private let state = Mutex<(versions: Int64, catalogue: ProgrammeCatalogue)>((0, ProgrammeCatalogue()))
    private static let all = Statement(
        "SELECT programme, version, definition, published_at FROM programme_version ORDER BY programme, version")

    /// Nothing is read yet.
    public init() {}

    /// The catalogue as it stood when there were so many versions; versions are immutable, so a count tells.
    ///
    /// It is read over the connection that the asking transaction holds: batches that each hold one and wait for another
    /// could take them all.
    func catalogue(ofVersions count: Int64, over transaction: Transaction) async throws -> ProgrammeCatalogue {
        let known = state.withLock { $0 }
        if known.versions >= count { return known.catalogue }
        var rows: [ProgrammeRow] = []
        for row in try await transaction.run([Call(ProgrammeSource.all)])[0] {
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

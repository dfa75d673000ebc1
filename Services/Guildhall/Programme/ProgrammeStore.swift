import Contracts
import Database

/// The table of published versions.
struct ProgrammeStore {
    let database: Database

    /// Makes a text the newest version, unless it is already.
    func publish(_ programme: String, _ text: String, by author: String) async throws -> ProgrammePublication {
        let rows = try await database.run([
            // One publisher at a time, so that versions have no gaps and no two people publish the same number.
            Call(ProgrammeStore.lock, [.text(programme)]),
            Call(
                ProgrammeStore.insert,
                [.text(programme), .text(text), .text(Checksum.hexadecimal(of: text)), .text(author)]),
            Call(ProgrammeStore.newest, [.text(programme)]),
        ])
        guard let newest = rows[2].first else {
            throw ImportError(
                "The version could not be read back.", remedy: "Look at 'guildhall programme list' and try again.")
        }
        return ProgrammePublication(published: rows[1].affected == 1, version: try ProgrammeStore.version(newest))
    }

    /// All versions, by programme, the oldest first.
    func list() async throws -> [ProgrammeVersion] {
        try await database.run([Call(ProgrammeStore.all)])[0].map(ProgrammeStore.version)
    }

    private static func version(_ row: Row) throws -> ProgrammeVersion {
        ProgrammeVersion(
            programme: try row.text(0), version: try row.int64(1),
            publishedAt: MomentText.text(of: try row.timestamp(2)), publishedBy: try row.text(3),
            checksum: try row.text(4))
    }

    private static let lock = Statement("SELECT pg_advisory_xact_lock(hashtextextended('programme ' || $1::text, 0))")

    private static let insert = Statement(
        """
        INSERT INTO programme_version (programme, version, definition, checksum, published_by)
        SELECT $1::text, coalesce(max(version), 0) + 1, $2::text, $3::text, $4::text
        FROM programme_version
        WHERE programme = $1
        HAVING NOT EXISTS (
            SELECT FROM programme_version newest
            WHERE newest.programme = $1 AND newest.definition = $2
                AND newest.version = (SELECT max(version) FROM programme_version WHERE programme = $1))
        """)

    private static let newest = Statement(
        """
        SELECT programme, version, published_at, published_by, checksum
        FROM programme_version WHERE programme = $1::text ORDER BY version DESC LIMIT 1
        """)

    private static let all = Statement(
        "SELECT programme, version, published_at, published_by, checksum FROM programme_version ORDER BY 1, 2")
}

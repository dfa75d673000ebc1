import Database
import Programmes

extension ProgrammeStore {
    private static let newestDefinition = Statement(
        """
        SELECT version, definition, published_at
        FROM programme_version WHERE programme = $1 ORDER BY version DESC LIMIT 1
        """)

    /// The text of the newest version of a programme; nil where none is published.
    func newestText(of programme: String) async throws -> String? {
        let rows = try await database.run([Call(ProgrammeStore.newestDefinition, [.text(programme)])])[0]
        return try rows.first?.text(1)
    }

    /// The newest version of a programme, as the services read it; nil where none is published.
    func newest(_ programme: String) async throws -> PublishedProgramme? {
        let rows = try await database.run([Call(ProgrammeStore.newestDefinition, [.text(programme)])])[0]
        guard let row = rows.first else { return nil }
        let catalogue = try ProgrammeCatalogue(
            rows: [
                ProgrammeRow(
                    programme: programme, version: try row.int64(0), yaml: try row.text(1),
                    publishedAt: try row.timestamp(2))
            ])
        return catalogue.find(programme: programme)
    }
}

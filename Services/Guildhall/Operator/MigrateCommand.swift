import ArgumentParser
import Database
import Logging
import Schema

/// Brings the schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Applies the migrations that the database does not have yet.",
        discussion: """
            Runs under an advisory lock, so that of several only one migrates; safe while the previous version serves.
            Needs the owner's role: set database.user and database.password for it.

            Example:
              guildhall migrate --config .guildhall/config/owner.conf
            """)

    @OptionGroup var options: OperatorOptions
    @Option(help: "Another database of the same server. (default: database.name of the settings)") var database: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let arguments = database.map { ["--database-name", $0] } ?? []
        let applied = try await OperatorContext.with(options, arguments) { context in
            let session = try await context.database.dedicated()
            do {
                let applied = try await Schema.migrate(session)
                await session.close()
                return applied.map(\.name)
            } catch {
                await session.close()
                throw error
            }
        }
        if json { return try Output.json(["applied": applied]) }
        print(applied.isEmpty ? "The schema is up to date." : "Applied \(applied.joined(separator: ", ")).")
    }
}

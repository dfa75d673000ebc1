import ArgumentParser
import Database

/// `guildhall programme list`: all published versions.
struct ProgrammeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List published programmes.",
        discussion: """
            EXAMPLE
              guildhall programme list
            """)

    @OptionGroup var options: OperatorOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        let versions = try await OperatorContext.with(options) { context in
            try await ProgrammeStore(database: context.database).list()
        }
        if json { return try Output.json(versions) }
        if versions.isEmpty { return print("Nothing is published; begin with 'guildhall programme publish FILE'.") }
        Output.table(
            ["programme", "version", "published", "by", "checksum"],
            versions.map {
                [$0.programme, "\($0.version)", $0.publishedAt, $0.publishedBy, String($0.checksum.prefix(12))]
            })
    }
}

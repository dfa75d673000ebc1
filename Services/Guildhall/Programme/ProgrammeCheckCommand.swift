import ArgumentParser

/// `guildhall programme check`: reads a programme's text and says what is wrong with it.
struct ProgrammeCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a programme's text.",
        discussion: """
            Every problem is listed with its line and column, its rule and the way out; the exit status is 1 if there \
            is one. Nothing is published, and no service is needed.

            EXAMPLE
              guildhall programme check deploy/examples/oulad/programme.yaml
            """)

    @Argument(
        help: "The programme's YAML file; '-' is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let report = ProgrammeReport(try ProgrammeFile.read(file), file: file)
        try report.print(json: json)
        if !report.ok { throw ExitCode.failure }
    }
}

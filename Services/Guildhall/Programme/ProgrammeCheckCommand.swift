import ArgumentParser
import Programmes

/// `guildhall programme check`: reads a programme's text and says what is wrong with it.
struct ProgrammeCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a programme's text.",
        discussion: """
            Every problem is listed with its line and column, its rule and the way out; the exit status is 1 if there \
            is one. Warnings, and wording that Legal has to read, are listed too and stand against nothing. Nothing is \
            published, and no service is needed.

            EXAMPLE
              guildhall programme check deploy/examples/seasonal-retail/programme.yaml
            """)

    @Argument(
        help: "The programme's YAML file; '-' is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(
        help: ArgumentHelp("Minutes of an assessment above which there is a warning.", valueName: "minutes"))
    var assessmentCeiling = ProgrammeCheck.assessmentCeiling

    func run() async throws {
        let report = ProgrammeReport(
            try ProgrammeFile.read(file), file: file, assessmentCeiling: assessmentCeiling)
        try report.print(json: json)
        if !report.ok { throw ExitCode.failure }
    }
}

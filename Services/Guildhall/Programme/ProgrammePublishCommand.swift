import ArgumentParser
import Database
import Foundation
import Programmes

/// `guildhall programme publish`: makes a checked text the newest version of its programme.
struct ProgrammePublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a programme's text as its newest version.",
        discussion: """
            The text is checked first; with a problem, nothing is published and the exit status is 1. Warnings, and \
            wording that Legal has to read, are told on standard error and do not hold it up. Publishing the text of \
            the newest version again keeps that version.

            EXAMPLE
              guildhall programme publish deploy/examples/oulad/programme.yaml
            """)

    @OptionGroup var options: OperatorOptions

    @Argument(
        help: "The programme's YAML file; '-' is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: ArgumentHelp("Who publishes it.", valueName: "name"))
    var by: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let text = try ProgrammeFile.read(file)
        let report = ProgrammeReport(text, file: file)
        guard let definition = report.definition else {
            try report.print(json: json)
            throw ExitCode.failure
        }
        let publication = try await OperatorContext.with(options) { context in
            try await ProgrammeStore(database: context.database).publish(definition.id, text, by: by ?? NSUserName())
        }
        if report.hasFindings {
            FileHandle.standardError.write(Data((report.findings.joined(separator: "\n") + "\n").utf8))
        }
        if json { return try Output.json(publication) }
        print(publication)
    }
}

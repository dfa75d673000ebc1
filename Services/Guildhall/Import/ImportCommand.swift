import ArgumentParser
import Foundation
import Messaging
import Programmes
import ServiceRuntime

/// `guildhall import`: the rows of CSV files as messages on the bus.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Send the rows of CSV files as messages.",
        discussion: """
            A mapping says which files there are, how their rows belong together, and which messages they become. The \
            messages go to the bus in order of their time, and every one is confirmed. An import that was broken off \
            goes on where it stopped when the same command is run again; one that is complete begins anew.

            EXAMPLES
              guildhall import --mapping deploy/examples/oulad/mapping.yaml oulad --dry-run
              guildhall import --mapping deploy/examples/oulad/mapping.yaml oulad
              guildhall import --mapping deploy/examples/oulad/mapping.yaml oulad --shuffle 7 --rate 500
            """)

    @OptionGroup var options: OperatorOptions

    @Option(help: "The mapping's YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var mapping: String

    @Argument(help: "The folder with the CSV files.", completion: .directory)
    var folder: String

    @Flag(help: "Send nothing: print how many messages of which type there would be, and the first of each.")
    var dryRun = false

    @Option(help: "Events in one message at most; 1 sends each in a message of its own.")
    var batch = 50

    @Option(help: ArgumentHelp("Send the messages in an order drawn by this seed.", valueName: "seed"))
    var shuffle: UInt64?

    @Option(help: "Events a second at most.")
    var rate: Int?

    @Option(help: "Send so many events and stop.")
    var limit: Int?

    @Option(help: ArgumentHelp("Another CloudEvents source than the mapping's.", valueName: "source"))
    var source: String?

    @Option(help: "Keep the progress in this file.", completion: .file())
    var resume: String?

    @Flag(help: "Begin anew and keep no progress.")
    var noResume = false

    @Flag(help: "Print one JSON object at the end.")
    var json = false

    func validate() throws {
        guard (1...500).contains(batch) else { throw ValidationError("--batch is a number from 1 to 500.") }
        if let rate, rate < 1 { throw ValidationError("--rate is at least 1 event a second.") }
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1 event.") }
        if resume != nil, noResume { throw ValidationError("--resume and --no-resume exclude each other.") }
    }

    func run() async throws {
        let plan: ImportPlan
        do {
            plan = try ImportPlan(readMapping(), folder: URL(fileURLWithPath: folder), shuffle: shuffle)
        } catch let error as ImportError {
            throw ImportCommand.failure(error.description)
        }
        let encoder = EventEncoder(source: source ?? plan.rows.mapping.source)
        let count = min(limit ?? .max, plan.records.count)
        if dryRun {
            let preview = try ImportPreview(plan, encoder, count: count)
            if json { return try Output.json(preview) }
            return print(preview)
        }
        do {
            let summary = try await OperatorContext.with(options) { context in
                try await send(plan, encoder, count, context)
            }
            if json { return try Output.json(summary) }
            print(summary)
        } catch let error as ImportError {
            throw ImportCommand.failure(error.description)
        } catch let error as BrokerError {
            throw ImportCommand.failure("The broker refuses: \(error.detail). Check the operator's user and rights.")
        }
    }

    /// Makes sure that the services will take the source from the user: the operator imports as whatever source the
    /// mapping names, unless it is an integrator's.
    private func claim(_ source: String, for user: String, _ context: OperatorContext) async throws {
        let registration = SourceRegistration(database: context.database)
        if try await registration.claim(source, for: user) { return }
        guard try await registration.all().contains(where: { $0.user == user && $0.sources.contains(source) }) else {
            throw ImportError(
                "The source '\(source)' is registered for another publisher, so every message would be refused.",
                remedy: "Choose another one with --source, or use that publisher's settings.")
        }
    }

    /// The folder whose settings are used, or the usual one.
    private var stateFolder: URL {
        guard let config = options.config else { return URL(fileURLWithPath: ".guildhall") }
        let folder = URL(fileURLWithPath: config).deletingLastPathComponent()
        return folder.lastPathComponent == "config" ? folder.deletingLastPathComponent() : folder
    }

    private static func failure(_ text: String) -> ExitCode {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        return ExitCode.failure
    }

    private func readMapping() throws -> ImportMapping {
        let text = try ProgrammeFile.read(mapping)
        do {
            return try MappingReader(contracts: ContractField.inbound).read(text)
        } catch {
            let problems = error.problems.map(ProblemReport.init)
            if json { try Output.json(["problems": problems]) }
            throw ImportCommand.failure(problems.map { "\(mapping):\($0)" }.joined(separator: "\n"))
        }
    }

    private func send(
        _ plan: ImportPlan, _ encoder: EventEncoder, _ count: Int, _ context: OperatorContext,
    ) async throws -> ImportSummary {
        let broker = context.broker
        let user = context.settings.brokerConfiguration.user
        try await claim(encoder.source, for: user, context)
        let folder = URL(fileURLWithPath: folder)
        let name = "\(plan.rows.mapping.id)\(shuffle.map { "-shuffled-\($0)" } ?? "").json"
        let kept = resume.map { URL(fileURLWithPath: $0) } ?? stateFolder.appendingPathComponent("imports/\(name)")
        let progress =
            noResume
            ? nil
            : ImportProgress(
                url: kept, plan: plan, source: encoder.source, folder: folder, seed: shuffle, records: count)
        // Forty messages a round trip keep the broker busy; a slow pace is cut finer, so that it is even.
        let window = min(max(batch * 40, 500), rate.map { max($0 / 10, 1) } ?? .max)
        let windows = MessageWindows(
            plan: plan, encoder: encoder, batch: batch, size: window, ordered: shuffle == nil, end: count,
            user: user)
        return try await ImportRun(
            windows: windows, progress: progress, rate: rate, connect: { try await broker.publisher(name: "import") },
            display: ProgressDisplay()
        ).run()
    }
}

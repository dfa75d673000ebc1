import ArgumentParser

/// Describes the machine.
struct MachineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "machine", abstract: "Describes this machine.")

    @Option(name: .customLong("with"), help: "A program and its version, as name=version; may be given several times.")
    var programs: [String] = []

    @Option(help: "The commit that is measured.")
    var commit = "unknown"

    func run() throws {
        let pairs = programs.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1].trimmed : "unknown")
        }
        try Print.line(Machine(versions: Dictionary(pairs) { first, _ in first }, commit: commit))
    }
}

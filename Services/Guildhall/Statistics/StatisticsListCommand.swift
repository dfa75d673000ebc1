import ArgumentParser
import Statistics

/// `guildhall statistics list`: every method with its inputs and outputs.
struct StatisticsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every method with its inputs and outputs.",
        discussion: """
            EXAMPLES
              guildhall statistics list
              guildhall statistics list --json | jq -r '.[].name'
            """)

    @Flag(help: "Print one JSON list.")
    var json = false

    func run() async throws {
        let methods = MethodCatalogue.all.map(\.description)
        if json { return try Output.json(methods) }
        for method in methods {
            print("\(method.name)\n  \(method.summary)\n  inputs")
            method.inputs.forEach { show($0) }
            print("  outputs")
            method.outputs.forEach { show($0) }
            print("  example\n    \(method.example)\n")
        }
    }

    private func show(_ field: MethodDescription.Field) {
        print("    \(field.name)\(field.optional ? " (optional)" : ""): \(field.meaning)")
    }
}

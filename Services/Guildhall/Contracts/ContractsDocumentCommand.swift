import ArgumentParser
import Contracts
import Foundation

/// `guildhall contracts document`: writes the documents that describe the bus.
struct ContractsDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Write the AsyncAPI document, the schemas, the samples and their page.",
        discussion: """
            Files that are up to date are left alone.

            EXAMPLE
              guildhall contracts document --output docs/contracts
            """)

    @Option(
        name: .shortAndLong, help: "The folder to write to; it is made where it is missing.", completion: .directory)
    var output: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let root = URL(fileURLWithPath: output, isDirectory: true)
        var written: [String] = []
        let files = ContractDocuments.files()
        for file in files {
            let url = root.appendingPathComponent(file.path)
            let content = Data(file.content.utf8)
            if let present = try? Data(contentsOf: url), present == content { continue }
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: url, options: .atomic)
            written.append(file.path)
        }
        if json {
            let document: JSONDocument = [
                "files": .integer(files.count), "written": .array(written.map { .string($0) }),
            ]
            print(document.compact)
        } else {
            print("\(files.count) files in \(output), \(written.count) of them written")
        }
    }
}

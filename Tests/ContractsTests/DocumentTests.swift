import Contracts
import Foundation
import Testing

@Suite("Generated documents")
struct DocumentTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/contracts")

    private static let files = ContractDocuments.files()

    @Test("GOV-26: the checked-in documents are what the descriptions say", arguments: files.map(\.path))
    func drift(path: String) throws {
        let file = try #require(Self.files.first { $0.path == path })

        let present = try String(contentsOf: Self.folder.appendingPathComponent(path), encoding: .utf8)

        // Compared beforehand, so that a failure does not print two whole documents.
        let isSame = present == file.content
        #expect(isSame, "run: guildhall contracts document --output docs/contracts")
    }

    @Test("GOV-26: the documents are the same at every call")
    func deterministic() {
        let isSame = ContractDocuments.files() == Self.files
        #expect(isSame)
    }

    @Test("GOV-26: nothing else is checked in beside them")
    func nothingElse() throws {
        let expected = Set(Self.files.map(\.path))
        for folder in ["schemas", "samples"] {
            let url = Self.folder.appendingPathComponent(folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
                #expect(expected.contains("\(folder)/\(name)"))
            }
        }
    }

    @Test("The AsyncAPI document has a channel, an operation and a message for every contract")
    func asyncAPI() throws {
        let content = try #require(Self.files.first { $0.path == "asyncapi.json" }).content
        let document = try #require(JSONDocument(parsing: Array(content.utf8)))
        for contract in Catalogue.all {
            let channel = document["channels"]?[contract.type.name]
            #expect(channel?["bindings"]?["amqp"]?["bindingVersion"] == "0.3.0")
            #expect(document["components"]?["messages"]?[contract.type.name] != nil)
            let prefix = contract.direction == .inbound ? "receive" : "send"
            #expect(document["operations"]?["\(prefix)-\(contract.type.name)"]?["action"] == .string(prefix))
        }
    }
}

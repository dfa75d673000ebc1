/// The documents that describe the contracts to the world; checked in, and compared with this by a test.
public enum ContractDocuments {
    /// A document: where it goes under `docs/contracts`, and what it says.
    public struct File: Sendable, Equatable {
        /// The path under `docs/contracts`.
        public var path: String
        /// The whole text.
        public var content: String
    }

    /// Every document, by path; the same at every call.
    public static func files() -> [File] {
        var files = [
            File(path: "README.md", content: ContractReadme.text),
            File(path: "asyncapi.json", content: AsyncAPI.document.pretty),
        ]
        for contract in Catalogue.all {
            files.append(File(path: "schemas/\(contract.type.name).json", content: contract.schema.pretty))
            let sample = JSONDocument(parsing: contract.sampleEvent) ?? .null
            files.append(File(path: "samples/\(contract.type.name).json", content: sample.pretty))
        }
        return files.sorted { $0.path < $1.path }
    }
}

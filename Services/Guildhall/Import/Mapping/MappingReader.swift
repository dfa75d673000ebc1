import Contracts
import Programmes

/// Reads a mapping's text and checks it against itself and against the contracts.
struct MappingReader {
    /// The fields of the data of each type that outside publishers may send.
    let contracts: [String: [ContractField]]

    /// The mapping that a text says.
    ///
    /// - Throws: all problems at once, each with its line, rule and remedy.
    func read(_ text: String) throws(DocumentProblems) -> ImportMapping {
        let document = Document()
        let root = try document.root(of: text)
        let mapping = root.mapping().flatMap { self.mapping($0, checksum: Checksum.hexadecimal(of: text)) }
        try document.check()
        guard let mapping else { throw DocumentProblems(document.problems) }
        return mapping
    }

    private func mapping(_ root: DocumentMapping, checksum: String) -> ImportMapping? {
        let id = root.required("mapping", "Give the mapping an id, such as 'mapping: payroll'.")?.id()
        let source = root.required("source", "Give the CloudEvents source, such as 'source: /payroll'.")?
            .text(atMost: 200)
        let files = files(root.required("files", "List the files under names of your own."))
        let lookups = lookups(root.value("lookups"))
        let written = root.required("records", "Say what is made of each row of a file.")?.list() ?? []
        let records = written.compactMap { value in
            value.mapping().flatMap { RecordReader(contracts: contracts, files: files, lookups: lookups).record($0) }
        }
        root.finish()
        guard let id, let source else { return nil }
        return ImportMapping(id: id, source: source, files: files, records: records, checksum: checksum)
    }

    private func files(_ place: DocumentValue?) -> [String: MappedFile] {
        guard let entries = place?.mapping()?.entries() else { return [:] }
        var files: [String: MappedFile] = [:]
        for (key, value) in entries {
            guard let name = key.id(), let mapping = value.mapping() else { continue }
            let file = mapping.required("file", "Name the file in the folder.")?.text(atMost: 255)
            let columns = texts(mapping.required("columns", "List the columns in use."))
            let keyPlace = mapping.value("key")
            let key = keyPlace.map { texts($0) } ?? []
            mapping.finish()
            for column in key where !columns.contains(column) {
                keyPlace?.report(
                    "unknown-column", "'\(column)' is not among the columns of '\(name)'.",
                    remedy: Suggestion.remedy(for: column, among: columns))
            }
            if let file, file.contains("/") || file == ".." {
                value.report("file", "'\(file)' is not in the folder.", remedy: "Name a file without a path.")
            } else if let file {
                files[name] = MappedFile(file: file, columns: columns, key: key)
            }
        }
        return files
    }

    private func texts(_ place: DocumentValue?) -> [String] {
        var texts: [String] = []
        for value in place?.list() ?? [] {
            guard let text = value.text(atMost: 200) else { continue }
            if texts.contains(text) {
                value.report("duplicate", "'\(text)' stands twice.", remedy: "Keep one.")
            } else {
                texts.append(text)
            }
        }
        return texts
    }

    private func lookups(_ place: DocumentValue?) -> [String: [String: String]] {
        var lookups: [String: [String: String]] = [:]
        for (key, value) in place?.mapping()?.entries() ?? [] {
            guard let name = key.id(), let entries = value.mapping()?.entries() else { continue }
            var table: [String: String] = [:]
            for (from, to) in entries {
                if let from = from.text(), let to = to.text() { table[from] = to }
            }
            lookups[name] = table
        }
        return lookups
    }
}

import Yams

/// A value of a document, with its place.
package struct DocumentValue {
    let node: Node
    /// Keys and positions from the top.
    package let path: String
    /// The document that gathers the problems.
    package let document: Document

    init(node: Node, path: String, document: Document) {
        self.node = node
        self.path = path
        self.document = document
    }

    /// 1 and up.
    package var line: Int { node.mark?.line ?? 1 }
    /// 1 and up.
    package var column: Int { node.mark?.column ?? 1 }

    /// Notes a problem at this place.
    package func report(_ rule: String, _ message: String, remedy: String) {
        document.report(problem(rule, message, remedy))
    }

    /// Notes at this place what stands and deserves a second thought.
    package func warn(_ rule: String, _ message: String, remedy: String) {
        document.warn(problem(rule, message, remedy))
    }

    /// Notes at this place what Legal has to read.
    package func review(_ rule: String, _ message: String, remedy: String) {
        document.review(problem(rule, message, remedy))
    }

    private func problem(_ rule: String, _ message: String, _ remedy: String) -> DocumentProblem {
        DocumentProblem(line: line, column: column, path: path, rule: rule, message: message, remedy: remedy)
    }

    /// Whether there is anything at all.
    package var isEmpty: Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// Whether it is neither a list nor a mapping.
    package var isScalar: Bool { node.scalar != nil }

    /// Whether it is a mapping.
    package var isMapping: Bool { node.mapping != nil }

    /// Whether it is a list.
    package var isList: Bool { node.sequence != nil }

    /// The keys and values, or nil with a problem noted.
    package func mapping() -> DocumentMapping? {
        guard let mapping = node.mapping else {
            report("type", "Keys and values are expected here.", remedy: "Write them one a line as 'key: value'.")
            return nil
        }
        return DocumentMapping(mapping, at: self)
    }

    /// The elements, at least one, or an empty list with a problem noted.
    package func list() -> [DocumentValue] {
        guard let sequence = node.sequence else {
            report("type", "A list is expected here.", remedy: "Write one element a line, each beginning with '- '.")
            return []
        }
        if sequence.isEmpty {
            report("empty", "The list has no element.", remedy: "Add one, or leave the key out.")
        }
        return sequence.enumerated().map { index, element in
            DocumentValue(node: element, path: "\(path)[\(index)]", document: document)
        }
    }
}

import Yams

/// Places of a document that was read already, for checks that look at several of them at once.
///
/// What is not there is answered by the place that it would stand in, so that a problem always has a line.
extension DocumentValue {
    /// What stands under a key.
    func nearest(_ key: String) -> DocumentValue {
        guard let node = node.mapping?[key] else { return self }
        return DocumentValue(node: node, path: path.isEmpty ? key : "\(path).\(key)", document: document)
    }

    /// The element of a list that has a text under a key.
    func nearest(_ text: String, under key: String) -> DocumentValue {
        elements.first { $0.node.mapping?[key]?.scalar?.string == text } ?? self
    }

    /// The elements of a list; none where there is no list.
    var elements: [DocumentValue] {
        (node.sequence.map(Array.init) ?? []).enumerated().map { index, node in
            DocumentValue(node: node, path: "\(path)[\(index)]", document: document)
        }
    }

    /// The texts under a key of all elements, whatever else is wrong with them.
    func texts(under key: String) -> [String] {
        elements.compactMap { $0.node.mapping?[key]?.scalar?.string }
    }

    /// Whether a key is written here.
    func has(_ key: String) -> Bool {
        node.mapping?[key] != nil
    }
}

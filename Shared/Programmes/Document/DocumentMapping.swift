import Yams

/// The keys and values of a place; asking for a key is what makes it known.
package final class DocumentMapping {
    /// Where it stands.
    package let place: DocumentValue
    /// The keys as written, in order.
    package let keys: [DocumentValue]

    private let mapping: Node.Mapping
    private var known: [String] = []
    private var excused: Set<String> = []

    init(_ mapping: Node.Mapping, at place: DocumentValue) {
        self.mapping = mapping
        self.place = place
        keys = mapping.keys.map { key in
            DocumentValue(node: key, path: place.path, document: place.document)
        }
    }

    /// What stands under a key, if the key is there.
    package func value(_ key: String) -> DocumentValue? {
        if !known.contains(key) { known.append(key) }
        guard let node = mapping.first(where: { $0.key.scalar?.string == key })?.value else { return nil }
        let path = place.path.isEmpty ? key : "\(place.path).\(key)"
        return DocumentValue(node: node, path: path, document: place.document)
    }

    /// What stands under a key that has to be there.
    package func required(_ key: String, _ remedy: String) -> DocumentValue? {
        if let value = value(key) { return value }
        place.report("missing-key", "'\(key)' is missing.", remedy: remedy)
        return nil
    }

    /// Refuses a key for a reason of its own, wherever it stands.
    package func refuse(_ key: String, rule: String, _ message: String, remedy: String) {
        guard let written = keys.first(where: { $0.node.scalar?.string == key }) else { return }
        excused.insert(key)
        written.report(rule, message, remedy: remedy)
    }

    /// Refuses the keys that nobody asked for.
    package func finish() {
        for key in keys {
            guard let name = key.node.scalar?.string else {
                key.report("type", "A key has to be a text.", remedy: "Write 'key: value'.")
                continue
            }
            if known.contains(name) || excused.contains(name) { continue }
            key.report(
                "unknown-key", "'\(name)' is not known here.", remedy: Suggestion.remedy(for: name, among: known))
        }
    }

    /// Keys and values as written, for a place whose keys are the author's own; all of them are known then.
    package func entries() -> [(key: DocumentValue, value: DocumentValue)] {
        mapping.compactMap { key, value in
            guard let name = key.scalar?.string else { return nil }
            known.append(name)
            let path = place.path.isEmpty ? name : "\(place.path).\(name)"
            return (
                DocumentValue(node: key, path: path, document: place.document),
                DocumentValue(node: value, path: path, document: place.document)
            )
        }
    }
}

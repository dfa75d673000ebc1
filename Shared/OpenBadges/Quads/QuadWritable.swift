import LinkedData

/// A part of a document that writes itself both as JSON and as the statements that the JSON stands for.
public protocol QuadWritable {
    /// The JSON.
    var json: JSON { get }
    /// Writes the statements and says which node they are about.
    func write(into sheet: inout QuadSheet) -> QuadSheet.Node
}

extension QuadSheet {
    /// States the value of a property, if there is one.
    mutating func add(_ subject: Node, _ predicate: StaticString, part: (some QuadWritable)?) {
        guard let part else { return }
        add(subject, predicate, part.write(into: &self))
    }

    /// States the values of a property.
    mutating func add(_ subject: Node, _ predicate: StaticString, parts: [some QuadWritable]) {
        for part in parts { add(subject, predicate, part.write(into: &self)) }
    }

    /// States the type of a node.
    mutating func add(_ subject: Node, type: StaticString) {
        add(subject, Vocabulary.type, Node("\(type)"))
    }
}

extension [String: JSON] {
    /// Sets a member to a text, if there is one.
    mutating func set(_ name: String, _ text: String?) {
        if let text { self[name] = .text(text) }
    }

    /// Sets a member to a part, if there is one.
    mutating func set(_ name: String, part: (some QuadWritable)?) {
        if let part { self[name] = part.json }
    }

    /// Sets a member to a list of parts, unless it is empty.
    mutating func set(_ name: String, parts: [some QuadWritable]) {
        if !parts.isEmpty { self[name] = .list(parts.map(\.json)) }
    }
}

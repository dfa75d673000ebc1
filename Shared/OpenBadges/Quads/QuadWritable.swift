import LinkedData

/// A part of a document that writes itself both as JSON and as the statements that the JSON stands for.
public protocol QuadWritable: CanonicalWritable {
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
}

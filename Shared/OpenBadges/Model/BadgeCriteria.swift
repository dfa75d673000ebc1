import LinkedData

/// What had to be done.
public struct BadgeCriteria: Hashable, Sendable, QuadWritable {
    /// Where it is written, if anywhere.
    public var id: String?
    /// The words.
    public var narrative: String?

    /// Criteria in words, at an address, or both.
    public init(id: String? = nil, narrative: String? = nil) {
        self.id = id
        self.narrative = narrative
    }

    /// It as JSON.
    public var json: JSON {
        var members: [String: JSON] = [:]
        members.set("id", id)
        members.set("narrative", narrative)
        return .object(members)
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, Vocabulary.narrative, text: narrative)
        return node
    }
}

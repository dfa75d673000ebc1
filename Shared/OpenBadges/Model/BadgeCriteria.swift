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

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("id", id)
            json.member("narrative", narrative)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, Vocabulary.narrative, text: narrative)
        return node
    }
}

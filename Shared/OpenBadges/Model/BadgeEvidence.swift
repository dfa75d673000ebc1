import LinkedData

/// What a result rests on, with the hash of its content where there is a file.
public struct BadgeEvidence: Hashable, Sendable, QuadWritable {
    /// Its id or address.
    public var id: String
    /// Its name.
    public var name: String?
    /// What it is.
    public var description: String?
    /// What it shows.
    public var narrative: String?
    /// The kind of work.
    public var genre: String?
    /// Whom it was made for.
    public var audience: String?
    /// The multibase multihash of its content.
    public var digestMultibase: String?

    /// A piece of evidence.
    public init(
        id: String, name: String? = nil, description: String? = nil, narrative: String? = nil, genre: String? = nil,
        audience: String? = nil, digestMultibase: String? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.narrative = narrative
        self.genre = genre
        self.audience = audience
        self.digestMultibase = digestMultibase
    }

    /// It as JSON.
    public var json: JSON {
        var members: [String: JSON] = ["id": .text(id), "type": ["Evidence"]]
        members.set("name", name)
        members.set("description", description)
        members.set("narrative", narrative)
        members.set("genre", genre)
        members.set("audience", audience)
        members.set("digestMultibase", digestMultibase)
        return .object(members)
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.narrative, text: narrative)
        sheet.add(node, Vocabulary.genre, text: genre)
        sheet.add(node, Vocabulary.audience, text: audience)
        sheet.add(node, Vocabulary.digest, text: digestMultibase, Vocabulary.Datatype.multibase)
        return node
    }
}

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

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("audience", audience)
            json.member("description", description)
            json.member("digestMultibase", digestMultibase)
            json.member("genre", genre)
            json.member("id", id)
            json.member("name", name)
            json.member("narrative", narrative)
            json.member("type", list: ["Evidence"])
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence>")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.narrative, text: narrative)
        sheet.add(node, Vocabulary.genre, text: genre)
        sheet.add(node, Vocabulary.audience, text: audience)
        sheet.add(node, Vocabulary.digest, text: digestMultibase, Vocabulary.Datatype.multibase)
        return node
    }
}

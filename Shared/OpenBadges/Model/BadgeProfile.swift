import LinkedData

/// Who issues, or who made an achievement.
public struct BadgeProfile: NamedPart {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String?
    /// Its address for people.
    public var url: String?
    /// What it is.
    public var description: String?
    /// Its mark.
    public var image: BadgeImage?

    /// A profile.
    public init(
        id: String, name: String? = nil, url: String? = nil, description: String? = nil, image: BadgeImage? = nil
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.description = description
        self.image = image
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("description", description)
            json.member("id", id)
            json.member("image", part: image)
            json.member("name", name)
            json.member("type", list: ["Profile"])
            json.member("url", url)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile>")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.url, text: url, Vocabulary.Datatype.address)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.image, part: image)
        return node
    }
}

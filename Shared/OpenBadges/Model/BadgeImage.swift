import LinkedData

/// A picture.
public struct BadgeImage: Hashable, Sendable, QuadWritable {
    /// Its address.
    public var id: String
    /// What it shows, for those who cannot see it.
    public var caption: String?

    /// A picture at an address.
    public init(id: String, caption: String? = nil) {
        self.id = id
        self.caption = caption
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("caption", caption)
            json.member("id", id)
            json.member("type", "Image")
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image>")
        sheet.add(node, Vocabulary.caption, text: caption)
        return node
    }
}

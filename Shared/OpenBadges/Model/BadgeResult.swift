import LinkedData

/// A result of the holder, of a kind that the achievement describes.
public struct BadgeResult: Hashable, Sendable, QuadWritable {
    /// The kind, by the id of its description.
    public var resultDescription: String
    /// The value.
    public var value: String?
    /// The level reached, by its id.
    public var achievedLevel: String?
    /// The state, one of Open Badges' words.
    public var status: String?

    /// A result.
    public init(
        resultDescription: String, value: String? = nil, achievedLevel: String? = nil, status: String? = nil
    ) {
        self.resultDescription = resultDescription
        self.value = value
        self.achievedLevel = achievedLevel
        self.status = status
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("achievedLevel", achievedLevel)
            json.member("resultDescription", resultDescription)
            json.member("status", status)
            json.member("type", list: ["Result"])
            json.member("value", value)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(nil)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result>")
        sheet.add(node, Vocabulary.resultDescription, text: resultDescription, Vocabulary.Datatype.address)
        sheet.add(node, Vocabulary.value, text: value)
        sheet.add(node, Vocabulary.achievedLevel, text: achievedLevel, Vocabulary.Datatype.address)
        sheet.add(node, Vocabulary.status, text: status)
        return node
    }
}

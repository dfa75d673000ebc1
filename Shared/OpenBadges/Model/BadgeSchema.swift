import LinkedData

/// The JSON Schema that a credential follows.
public struct BadgeSchema: Hashable, Sendable, QuadWritable {
    /// Its address.
    public var id: String

    /// A schema at an address.
    public init(id: String) {
        self.id = id
    }

    /// That of Open Badges 3.0.
    public static let openBadges3 = BadgeSchema(
        id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json")

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("id", id)
            json.member("type", "1EdTechJsonSchemaValidator2019")
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(
            node, type: "<https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019>")
        return node
    }
}

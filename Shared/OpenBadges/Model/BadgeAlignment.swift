import LinkedData

/// What an achievement, a result or a level corresponds to in a public framework (CRD-26).
public struct BadgeAlignment: Hashable, Sendable, QuadWritable {
    /// The name of the counterpart.
    public var targetName: String
    /// The address of the counterpart.
    public var targetUrl: String
    /// What it is.
    public var targetDescription: String?
    /// The framework.
    public var targetFramework: String?
    /// Its code in the framework.
    public var targetCode: String?
    /// The kind of counterpart.
    public var targetType: String?

    /// A correspondence.
    public init(
        targetName: String, targetUrl: String, targetDescription: String? = nil, targetFramework: String? = nil,
        targetCode: String? = nil, targetType: String? = nil
    ) {
        self.targetName = targetName
        self.targetUrl = targetUrl
        self.targetDescription = targetDescription
        self.targetFramework = targetFramework
        self.targetCode = targetCode
        self.targetType = targetType
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("targetCode", targetCode)
            json.member("targetDescription", targetDescription)
            json.member("targetFramework", targetFramework)
            json.member("targetName", targetName)
            json.member("targetType", targetType)
            json.member("targetUrl", targetUrl)
            json.member("type", list: ["Alignment"])
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(nil)
        sheet.add(node, type: "<https://schema.org/AlignmentObject>")
        sheet.add(node, Vocabulary.targetName, text: targetName)
        sheet.add(node, Vocabulary.targetUrl, text: targetUrl, Vocabulary.Datatype.address)
        sheet.add(node, Vocabulary.targetDescription, text: targetDescription)
        sheet.add(node, Vocabulary.targetFramework, text: targetFramework)
        sheet.add(node, Vocabulary.targetCode, text: targetCode)
        sheet.add(node, Vocabulary.targetType, text: targetType)
        return node
    }
}

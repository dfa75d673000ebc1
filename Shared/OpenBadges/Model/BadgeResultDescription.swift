import LinkedData

/// A kind of result that an achievement may have.
public struct BadgeResultDescription: Hashable, Sendable, QuadWritable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// The kind, one of Open Badges' words.
    public var resultType: String
    /// The least value.
    public var valueMin: String?
    /// The greatest value.
    public var valueMax: String?
    /// The value that must be reached.
    public var requiredValue: String?
    /// The level that must be reached, by its id.
    public var requiredLevel: String?
    /// The levels of its rubric.
    public var levels: [BadgeRubricLevel]
    /// Its counterparts in public frameworks.
    public var alignments: [BadgeAlignment]

    /// A kind of result.
    public init(
        id: String, name: String, resultType: String, valueMin: String? = nil, valueMax: String? = nil,
        requiredValue: String? = nil, requiredLevel: String? = nil, levels: [BadgeRubricLevel] = [],
        alignments: [BadgeAlignment] = []
    ) {
        self.id = id
        self.name = name
        self.resultType = resultType
        self.valueMin = valueMin
        self.valueMax = valueMax
        self.requiredValue = requiredValue
        self.requiredLevel = requiredLevel
        self.levels = levels
        self.alignments = alignments
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("alignment", parts: alignments)
            json.member("id", id)
            json.member("name", name)
            json.member("requiredLevel", requiredLevel)
            json.member("requiredValue", requiredValue)
            json.member("resultType", resultType)
            json.member("rubricCriterionLevel", parts: levels)
            json.member("type", list: ["ResultDescription"])
            json.member("valueMax", valueMax)
            json.member("valueMin", valueMin)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#ResultDescription>")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.resultType, text: resultType)
        sheet.add(node, Vocabulary.valueMin, text: valueMin)
        sheet.add(node, Vocabulary.valueMax, text: valueMax)
        sheet.add(node, Vocabulary.requiredValue, text: requiredValue)
        sheet.add(node, Vocabulary.requiredLevel, text: requiredLevel, Vocabulary.Datatype.address)
        sheet.add(node, Vocabulary.rubricCriterionLevel, parts: levels)
        sheet.add(node, Vocabulary.alignment, parts: alignments)
        return node
    }
}

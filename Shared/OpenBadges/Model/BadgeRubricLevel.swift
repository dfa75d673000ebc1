import LinkedData

/// A level of a rubric.
public struct BadgeRubricLevel: Hashable, Sendable, QuadWritable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// What one sees at this level.
    public var description: String?
    /// The level in words.
    public var level: String?
    /// The points it is worth.
    public var points: String?
    /// Its counterparts in public frameworks.
    public var alignments: [BadgeAlignment]

    /// A level.
    public init(
        id: String, name: String, description: String? = nil, level: String? = nil, points: String? = nil,
        alignments: [BadgeAlignment] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.level = level
        self.points = points
        self.alignments = alignments
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("alignment", parts: alignments)
            json.member("description", description)
            json.member("id", id)
            json.member("level", level)
            json.member("name", name)
            json.member("points", points)
            json.member("type", list: ["RubricCriterionLevel"])
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#RubricCriterionLevel>")
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.level, text: level)
        sheet.add(node, Vocabulary.points, text: points)
        sheet.add(node, Vocabulary.alignment, parts: alignments)
        return node
    }
}

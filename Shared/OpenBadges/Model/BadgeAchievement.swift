import LinkedData

/// What is achieved: the same for all who achieve it.
public struct BadgeAchievement: NamedPart {
    /// Its id.
    public var id: String
    /// The kind, one of Open Badges' words.
    public var achievementType: String?
    /// Its name.
    public var name: String
    /// What its holder has shown.
    public var description: String
    /// What had to be done.
    public var criteria: BadgeCriteria
    /// Its picture.
    public var image: BadgeImage?
    /// Who made it.
    public var creator: BadgeProfile?
    /// Course hours.
    public var creditsAvailable: BadgeCredits?
    /// The field.
    public var fieldOfStudy: String?
    /// Its code, for people.
    public var humanCode: String?
    /// The language it is written in.
    public var inLanguage: String?
    /// Its version.
    public var version: String?
    /// Keywords.
    public var tags: [String]
    /// Its counterparts in public frameworks.
    public var alignments: [BadgeAlignment]
    /// The kinds of result that it has.
    public var resultDescriptions: [BadgeResultDescription]

    /// An achievement.
    public init(
        id: String, achievementType: String? = nil, name: String, description: String, criteria: BadgeCriteria,
        image: BadgeImage? = nil, creator: BadgeProfile? = nil, creditsAvailable: BadgeCredits? = nil,
        fieldOfStudy: String? = nil, humanCode: String? = nil, inLanguage: String? = nil, version: String? = nil,
        tags: [String] = [], alignments: [BadgeAlignment] = [], resultDescriptions: [BadgeResultDescription] = []
    ) {
        self.id = id
        self.achievementType = achievementType
        self.name = name
        self.description = description
        self.criteria = criteria
        self.image = image
        self.creator = creator
        self.creditsAvailable = creditsAvailable
        self.fieldOfStudy = fieldOfStudy
        self.humanCode = humanCode
        self.inLanguage = inLanguage
        self.version = version
        self.tags = tags
        self.alignments = alignments
        self.resultDescriptions = resultDescriptions
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("achievementType", achievementType)
            json.member("alignment", parts: alignments)
            json.member("creator", part: creator)
            json.member("creditsAvailable", value: creditsAvailable?.json)
            json.member("criteria", part: criteria)
            json.member("description", description)
            json.member("fieldOfStudy", fieldOfStudy)
            json.member("humanCode", humanCode)
            json.member("id", id)
            json.member("image", part: image)
            json.member("inLanguage", inLanguage)
            json.member("name", name)
            json.member("resultDescription", parts: resultDescriptions)
            json.member("tag", list: tags)
            json.member("type", list: ["Achievement"])
            json.member("version", version)
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement>")
        sheet.add(node, Vocabulary.achievementType, text: achievementType)
        sheet.add(node, Vocabulary.name, text: name)
        sheet.add(node, Vocabulary.description, text: description)
        sheet.add(node, Vocabulary.criteria, part: criteria)
        sheet.add(node, Vocabulary.image, part: image)
        sheet.add(node, Vocabulary.creator, part: creator)
        sheet.add(node, Vocabulary.creditsAvailable, text: creditsAvailable?.text, Vocabulary.Datatype.float)
        sheet.add(node, Vocabulary.fieldOfStudy, text: fieldOfStudy)
        sheet.add(node, Vocabulary.humanCode, text: humanCode)
        sheet.add(node, Vocabulary.inLanguage, text: inLanguage)
        sheet.add(node, Vocabulary.version, text: version)
        for tag in tags { sheet.add(node, Vocabulary.keywords, text: tag) }
        sheet.add(node, Vocabulary.alignment, parts: alignments)
        sheet.add(node, Vocabulary.resultDescription, parts: resultDescriptions)
        return node
    }
}

import LinkedData

/// Who achieved what, with which results.
public struct BadgeSubject: Hashable, Sendable, QuadWritable {
    /// An id of the holder in this one credential.
    public var id: String
    /// The holder's names.
    public var identifiers: [BadgeIdentity]
    /// What was achieved.
    public var achievement: SharedPart<BadgeAchievement>
    /// The results.
    public var results: [BadgeResult]
    /// Course hours.
    public var creditsEarned: BadgeCredits?

    /// A subject.
    public init(
        id: String, identifiers: [BadgeIdentity], achievement: SharedPart<BadgeAchievement>,
        results: [BadgeResult] = [], creditsEarned: BadgeCredits? = nil
    ) {
        self.id = id
        self.identifiers = identifiers
        self.achievement = achievement
        self.results = results
        self.creditsEarned = creditsEarned
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("achievement", part: achievement)
            json.member("creditsEarned", value: creditsEarned?.json)
            json.member("id", id)
            json.member("identifier", parts: identifiers)
            json.member("result", parts: results)
            json.member("type", list: ["AchievementSubject"])
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject>")
        sheet.add(node, Vocabulary.achievement, part: achievement)
        sheet.add(node, Vocabulary.identifier, parts: identifiers)
        sheet.add(node, Vocabulary.result, parts: results)
        sheet.add(node, Vocabulary.creditsEarned, text: creditsEarned?.text, Vocabulary.Datatype.float)
        return node
    }
}

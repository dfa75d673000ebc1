import LinkedData

/// Who achieved what, with which results.
public struct BadgeSubject: Hashable, Sendable, QuadWritable {
    /// An id of the holder in this one credential.
    public var id: String
    /// The holder's names.
    public var identifiers: [BadgeIdentity]
    /// What was achieved.
    public var achievement: BadgeAchievement
    /// The results.
    public var results: [BadgeResult]
    /// Course hours.
    public var creditsEarned: BadgeCredits?

    /// A subject.
    public init(
        id: String, identifiers: [BadgeIdentity], achievement: BadgeAchievement, results: [BadgeResult] = [],
        creditsEarned: BadgeCredits? = nil
    ) {
        self.id = id
        self.identifiers = identifiers
        self.achievement = achievement
        self.results = results
        self.creditsEarned = creditsEarned
    }

    /// It as JSON.
    public var json: JSON {
        var members: [String: JSON] = [
            "id": .text(id), "type": ["AchievementSubject"], "achievement": achievement.json,
        ]
        members.set("identifier", parts: identifiers)
        members.set("result", parts: results)
        if let creditsEarned { members["creditsEarned"] = creditsEarned.json }
        return .object(members)
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(id)
        sheet.add(node, type: "https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject")
        sheet.add(node, Vocabulary.achievement, part: achievement)
        sheet.add(node, Vocabulary.identifier, parts: identifiers)
        sheet.add(node, Vocabulary.result, parts: results)
        sheet.add(node, Vocabulary.creditsEarned, text: creditsEarned?.text, Vocabulary.Datatype.float)
        return node
    }
}

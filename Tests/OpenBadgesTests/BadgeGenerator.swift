import LinkedData
import OpenBadges

/// Credentials from a seed: every part there or not, with texts that are hard on escapes.
struct BadgeGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let pieces = [
        "a", "Ä", "😀", "\"", "\\", "\n", "\r", "\t", " ", "e\u{301}", "<b>", "{}", "\u{7F}", "\u{1}", "日本", "'", "^^",
        "@en",
    ]

    private mutating func text() -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    private mutating func maybe<T>(_ make: (inout BadgeGenerator) -> T) -> T? {
        Bool.random(using: &random) ? make(&self) : nil
    }

    private mutating func list<T>(_ make: (inout BadgeGenerator) -> T) -> [T] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&self) }
    }

    private mutating func url(_ path: String) -> String {
        "https://guildhall.example/\(path)/\(Int.random(in: 0...9999, using: &random))"
    }

    private mutating func image() -> BadgeImage {
        BadgeImage(id: url("images"), caption: maybe { $0.text() })
    }

    private mutating func alignment() -> BadgeAlignment {
        BadgeAlignment(
            targetName: text(), targetUrl: url("skills"), targetDescription: maybe { $0.text() },
            targetFramework: maybe { $0.text() }, targetCode: maybe { $0.text() },
            targetType: maybe { _ in "ceasn:Competency" })
    }

    private mutating func level() -> BadgeRubricLevel {
        BadgeRubricLevel(
            id: url("levels"), name: text(), description: maybe { $0.text() }, level: maybe { $0.text() },
            points: maybe { $0.text() }, alignments: list { $0.alignment() })
    }

    private mutating func resultDescription() -> BadgeResultDescription {
        BadgeResultDescription(
            id: url("results"), name: text(), resultType: "Percent", valueMin: maybe { _ in "0" },
            valueMax: maybe { _ in "100" }, requiredValue: maybe { $0.text() },
            requiredLevel: maybe { $0.url("levels") },
            levels: list { $0.level() }, alignments: list { $0.alignment() })
    }

    private mutating func profile(_ id: String) -> BadgeProfile {
        BadgeProfile(
            id: id, name: maybe { $0.text() }, url: maybe { $0.url("people") }, description: maybe { $0.text() },
            image: maybe { $0.image() })
    }

    private mutating func credits() -> BadgeCredits {
        BadgeCredits(hundredths: Int64.random(in: 1...100_000, using: &random))
    }

    private mutating func result() -> BadgeResult {
        BadgeResult(
            resultDescription: url("results"), value: maybe { $0.text() }, achievedLevel: maybe { $0.url("levels") },
            status: maybe { _ in "Completed" })
    }

    private mutating func evidence() -> BadgeEvidence {
        BadgeEvidence(
            id: url("evidence"), name: maybe { $0.text() }, description: maybe { $0.text() },
            narrative: maybe { $0.text() }, genre: maybe { $0.text() }, audience: maybe { $0.text() },
            digestMultibase: maybe { _ in "zQmExample" })
    }

    mutating func badge() -> OpenBadge {
        let achievement = BadgeAchievement(
            id: url("achievements"), achievementType: maybe { _ in "MicroCredential" }, name: text(),
            description: text(),
            criteria: BadgeCriteria(id: maybe { $0.url("criteria") }, narrative: maybe { $0.text() }),
            image: maybe { $0.image() }, creator: maybe { $0.profile("https://maker.example") },
            creditsAvailable: maybe { $0.credits() }, fieldOfStudy: maybe { $0.text() }, humanCode: maybe { $0.text() },
            inLanguage: maybe { _ in "en" }, version: maybe { $0.text() }, tags: list { $0.text() },
            alignments: list { $0.alignment() }, resultDescriptions: list { $0.resultDescription() })
        let identifiers = list {
            BadgeIdentity(hashing: $0.text(), salt: $0.text(), identityType: "systemId")
        }
        return OpenBadge(
            id: url("credentials"), name: text(), description: maybe { $0.text() }, image: maybe { $0.image() },
            issuer: SharedPart(profile("did:web:guildhall.example")), validFrom: "2026-01-01T00:00:00Z",
            validUntil: maybe { _ in "2027-01-01T00:00:00Z" }, awardedDate: maybe { _ in "2025-12-31T00:00:00Z" },
            subject: BadgeSubject(
                id: "urn:uuid:0190", identifiers: identifiers, achievement: SharedPart(achievement),
                results: list { $0.result() },
                creditsEarned: maybe { $0.credits() }),
            evidence: list { $0.evidence() },
            status: maybe {
                BadgeStatusEntry(list: $0.url("status"), index: Int.random(in: 0..<131_072, using: &$0.random))
            },
            schema: maybe { _ in .openBadges3 }, endorsements: list { $0.text() })
    }
}

/// Numbers from a seed: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

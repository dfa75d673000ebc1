import Contracts
import LinkedData
import OpenBadges
import Programmes

/// The Open Badges 3.0 credential that a verifier reads, before it is signed.
///
/// Verifiable Credentials Data Model 2.0 with Open Badges 3.0: who issued what to whom, by which criteria, with which
/// results, from when until when. The holder is named only by a salted hash of an id that means nothing outside, and by
/// an id that is this credential's own.
struct CredentialDocument: Sendable {
    /// Who issues.
    let issuer: Issuer
    private let profile: SharedPart<BadgeProfile>
    private let achievements = AchievementShelf()

    /// Documents of an issuer.
    init(issuer: Issuer) {
        self.issuer = issuer
        profile = SharedPart(issuer.profile)
    }

    /// The document of a credential.
    ///
    /// - Parameters:
    ///   - credential: what is certified.
    ///   - pathway: what the programme says about it, in the version that the outcome was judged by.
    ///   - renewal: the term that a renewal began, if it stands in one.
    func badge(of credential: Credential, _ pathway: Pathway, renewal: Term? = nil) -> OpenBadge {
        let definition = pathway.credential
        let shared = achievements.achievement(of: credential, pathway) { self.achievement(of: credential, pathway) }
        let achievement = shared.part
        return OpenBadge(
            id: issuer.url(of: credential.id), name: achievement.name, description: achievement.description,
            issuer: profile, validFrom: UTCText.seconds(credential.validFrom),
            validUntil: UTCText.seconds(credential.validUntil), awardedDate: UTCText.seconds(credential.awardedAt),
            subject: BadgeSubject(
                id: CredentialDocument.subject(of: credential),
                identifiers: [CredentialDocument.identity(of: credential)],
                achievement: shared, results: results(of: credential, definition, achievement.id),
                creditsEarned: definition.hours.map(CredentialDocument.credits)),
            evidence: evidence(of: credential, renewal),
            status: credential.place.map {
                BadgeStatusEntry(list: issuer.url(ofStatusList: $0.list), index: Int($0.index))
            },
            endorsements: definition.coIssuers.filter { $0.subject == achievement.id }.map(\.endorsement))
    }

    /// What it rests on: the outcome by its id, with the versions that decided it, and the renewal that extended it.
    private func evidence(of credential: Credential, _ renewal: Term?) -> [BadgeEvidence] {
        let rubric = credential.rubricVersion.map { ", with version \(PlainText.clean($0)) of the rubric" } ?? ""
        let outcome = BadgeEvidence(
            id: "urn:uuid:\(credential.outcome)", name: "Assessment outcome",
            description: "Decided by version \(credential.programmeVersion) of the programme's rule\(rubric).")
        guard let renewal, let id = renewal.renewal, let score = renewal.score else { return [outcome] }
        return [
            outcome,
            BadgeEvidence(
                id: "urn:uuid:\(id)", name: "Renewal",
                description: "Passed on \(UTCText.readable(renewal.earnedAt)) with \(score.text) %."),
        ]
    }

    private func achievement(of credential: Credential, _ pathway: Pathway) -> BadgeAchievement {
        let definition = pathway.credential
        let id = issuer.achievementURL(programme: credential.programme, achievement: credential.achievement)
        return BadgeAchievement(
            id: id, achievementType: "MicroCredential", name: PlainText.clean(definition.name),
            description: PlainText.clean(definition.description),
            criteria: BadgeCriteria(narrative: PlainText.clean(definition.criteria)),
            image: BadgeImage(
                id: id + "/image.svg", caption: "\(PlainText.clean(definition.name)), a badge of \(issuer.name)"),
            creator: definition.client.map(CredentialDocument.creator),
            creditsAvailable: definition.hours.map(CredentialDocument.credits),
            fieldOfStudy: PlainText.clean(pathway.title), humanCode: PlainText.clean(credential.achievement),
            inLanguage: definition.language, version: "\(credential.programmeVersion)",
            tags: definition.tags.map(PlainText.clean),
            alignments: definition.alignments.map {
                BadgeAlignment(
                    targetName: PlainText.clean($0.name), targetUrl: $0.url,
                    targetFramework: $0.framework.map(PlainText.clean), targetCode: $0.code.map(PlainText.clean))
            },
            resultDescriptions: descriptions(pathway, id))
    }

    private func descriptions(_ pathway: Pathway, _ achievement: String) -> [BadgeResultDescription] {
        let score = BadgeResultDescription(
            id: achievement + "#score", name: "Weighted score in percent", resultType: "Percent", valueMin: "0",
            valueMax: "100", requiredValue: pathway.passMark.text)
        let levels = pathway.credential.levels.map {
            BadgeRubricLevel(
                id: CredentialDocument.level($0, of: achievement), name: PlainText.clean($0.name),
                description: $0.description.map(PlainText.clean), level: $0.id, points: $0.from.text)
        }
        guard !levels.isEmpty else { return [score] }
        return [
            score,
            BadgeResultDescription(
                id: achievement + "#level", name: "Level", resultType: "RubricCriterionLevel",
                requiredLevel: pathway.credential.level(of: pathway.passMark)
                    .map { CredentialDocument.level($0, of: achievement) }, levels: levels),
        ]
    }

    private func results(
        of credential: Credential, _ definition: CredentialDefinition, _ achievement: String
    ) -> [BadgeResult] {
        let score = BadgeResult(resultDescription: achievement + "#score", value: credential.score.text)
        guard let level = definition.level(of: credential.score) else { return [score] }
        return [
            score,
            BadgeResult(
                resultDescription: achievement + "#level",
                achievedLevel: CredentialDocument.level(level, of: achievement)),
        ]
    }

    private static func level(_ level: CredentialLevel, of achievement: String) -> String {
        "\(achievement)#level-\(Issuer.escaped(level.id))"
    }

    /// The client, with its mark within the credential: a badge is drawn from the credential alone.
    private static func creator(_ client: CredentialClient) -> BadgeProfile {
        let name = PlainText.clean(client.name)
        return BadgeProfile(
            id: client.url, name: name, url: client.url, image: client.mark.map { BadgeImage(id: $0, caption: name) })
    }

    private static func credits(_ hours: Decimal6) -> BadgeCredits {
        BadgeCredits(hundredths: hours.millionths / 10_000)
    }

    /// An id of the holder in this one credential, which leads to no other.
    private static func subject(of credential: Credential) -> String {
        let salt = Hexadecimal.encode(credential.salt)
        return "urn:uuid:\(Identifier.derived("credential-subject", credential.id, salt))"
    }

    /// The holder: the SHA-256 of the contractor's id and a salt that no other credential has.
    private static func identity(of credential: Credential) -> BadgeIdentity {
        BadgeIdentity(
            hashing: credential.contractor.description, salt: Hexadecimal.encode(credential.salt),
            identityType: "systemId")
    }
}

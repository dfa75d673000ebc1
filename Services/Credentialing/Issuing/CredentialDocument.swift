import Contracts
import Crypto
import Programmes

/// The Open Badges 3.0 credential that a verifier reads, before it is signed.
///
/// Verifiable Credentials Data Model 2.0 with Open Badges 3.0: who issued what to whom, by which criteria, with which
/// score, from when until when. The holder is named only by a salted hash of an id that means nothing outside.
struct CredentialDocument {
    /// Who issues.
    let issuer: Issuer

    /// The members of the document of a credential.
    ///
    /// - Parameters:
    ///   - credential: what is certified.
    ///   - pathway: what the programme says about it, in the version that the outcome was judged by.
    func members(of credential: Credential, _ pathway: Pathway) -> [String: JSON] {
        let definition = pathway.credential
        return [
            "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": .text(issuer.url(of: credential.id)),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": .text(definition.name),
            "description": .text(definition.description),
            "issuer": ["id": .text(issuer.id), "type": ["Profile"], "name": .text(issuer.name)],
            "validFrom": .text(UTCText.seconds(credential.validFrom)),
            "validUntil": .text(UTCText.seconds(credential.validUntil)),
            "awardedDate": .text(UTCText.seconds(credential.awardedAt)),
            "credentialSubject": subject(of: credential, pathway),
            "evidence": [
                [
                    "id": .text("urn:uuid:\(credential.outcome)"),
                    "type": ["Evidence"],
                    "name": "Assessment outcome",
                    "description": .text("Decided by version \(credential.programmeVersion) of the programme's rule."),
                ]
            ],
        ]
    }

    private func subject(of credential: Credential, _ pathway: Pathway) -> JSON {
        let achievement = issuer.achievementURL(programme: credential.programme, achievement: credential.achievement)
        return [
            "type": ["AchievementSubject"],
            "identifier": [CredentialDocument.identity(of: credential)],
            "achievement": [
                "id": .text(achievement),
                "type": ["Achievement"],
                "achievementType": "MicroCredential",
                "name": .text(pathway.credential.name),
                "description": .text(pathway.credential.description),
                "criteria": ["narrative": .text(pathway.credential.criteria)],
                "fieldOfStudy": .text(pathway.title),
                "humanCode": .text(credential.achievement),
                "version": .text("\(credential.programmeVersion)"),
                "resultDescription": [
                    [
                        "id": .text(achievement + "#score"),
                        "type": ["ResultDescription"],
                        "name": "Weighted score in percent",
                        "resultType": "Percent",
                        "requiredValue": .text(pathway.passMark.text),
                        "valueMin": "0",
                        "valueMax": "100",
                    ]
                ],
            ],
            "result": [
                [
                    "type": ["Result"],
                    "resultDescription": .text(achievement + "#score"),
                    "value": .text(credential.score.text),
                ]
            ],
        ]
    }

    /// The holder: the SHA-256 of the contractor's id and a salt that no other credential has.
    private static func identity(of credential: Credential) -> JSON {
        let salt = Hexadecimal.encode(credential.salt)
        let hash = SHA256.hash(data: Array("\(credential.contractor)\(salt)".utf8))
        return [
            "type": "IdentityObject",
            "hashed": true,
            "identityHash": .text("sha256$" + Hexadecimal.encode(hash)),
            "identityType": "systemId",
            "salt": .text(salt),
        ]
    }
}

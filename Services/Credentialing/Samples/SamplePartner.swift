import Crypto
import LinkedData
import OpenBadges
import Programmes

/// A synthetic educator that stands beside the issuer of a sample, with a key made for the occasion.
struct SamplePartner {
    static let id = "did:web:partner.guildhall.example"
    /// Where its keys are told.
    static let address = "https://partner.guildhall.example/.well-known/did.json"
    private static let name = "Synthetic Partner"

    private let key = P256.Signing.PrivateKey()

    private var keyID: String { "\(SamplePartner.id)#\(ECKey(key.publicKey).thumbprint)" }

    /// Its DID document.
    var document: JSON {
        [
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
            "id": .text(SamplePartner.id),
            "verificationMethod": [
                [
                    "id": .text(keyID), "type": "JsonWebKey", "controller": .text(SamplePartner.id),
                    "publicKeyJwk": ECKey(key.publicKey).jwk(id: keyID),
                ]
            ],
            "assertionMethod": [.text(keyID)],
        ]
    }

    /// Its word for an achievement.
    func coIssuer(of achievement: String) throws -> CoIssuer {
        let endorsement: JSON = [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "urn:uuid:0192f0a4-7c00-7000-8000-00000000c0de",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": "Made together",
            "issuer": ["id": .text(SamplePartner.id), "type": ["Profile"], "name": .text(SamplePartner.name)],
            "validFrom": "2026-01-01T00:00:00Z",
            "credentialSubject": [
                "id": .text(achievement), "type": ["EndorsementSubject"],
                "endorsementComment": "We wrote its criteria together.",
            ],
        ]
        return CoIssuer(
            id: SamplePartner.id, name: SamplePartner.name, subject: achievement,
            endorsement: try CredentialToken.sign(endorsement, key: key, keyID: keyID))
    }
}

import Crypto
import LinkedData
import OpenBadges
import Testing

@Suite("CRD-27: the word of those who stand beside the issuer")
struct EndorsementTests {
    private static let partner = "did:web:partner.example"
    private static let address = "https://partner.example/.well-known/did.json"

    private let key = P256.Signing.PrivateKey()
    private var keyID: String { "\(Self.partner)#key" }

    private func endorsement(of subject: String, type: JSON = "EndorsementCredential", until: String? = nil) -> JSON {
        var members: [String: JSON] = [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": "urn:uuid:9", "type": ["VerifiableCredential", type], "name": "E",
            "issuer": ["id": .text(Self.partner), "type": ["Profile"], "name": "Partner"],
            "validFrom": "2026-01-01T00:00:00Z",
            "credentialSubject": [
                "id": .text(subject), "type": ["EndorsementSubject"], "endorsementComment": "Good.",
            ],
        ]
        members["validUntil"] = until.map(JSON.text)
        return .object(members)
    }

    private func issuer(trusting: Bool = true) throws -> TestIssuer {
        var issuer = try TestIssuer()
        let document: JSON = [
            "id": .text(Self.partner),
            "verificationMethod": [
                [
                    "id": .text(keyID), "type": "JsonWebKey", "controller": .text(Self.partner),
                    "publicKeyJwk": ECKey(key.publicKey).jwk(id: keyID),
                ]
            ],
            "assertionMethod": trusting ? [.text(keyID)] : [],
        ]
        issuer.pages[Self.address] = document.canonical
        return issuer
    }

    private func report(
        _ endorsement: JSON, by signer: P256.Signing.PrivateKey? = nil, from issuer: TestIssuer? = nil
    ) async throws -> VerificationReport {
        var issuer = try issuer ?? self.issuer()
        issuer.badge.endorsements = [try CredentialToken.sign(endorsement, key: signer ?? key, keyID: keyID)]
        return await issuer.verify(try issuer.sign(issuer.badge))
    }

    @Test(
        "one of the credential, of its achievement or of its issuer is genuine",
        arguments: [
            "https://issuer.example/credentials/1", "https://issuer.example/achievements/1", TestIssuer.id,
        ])
    func genuine(subject: String) async throws {
        let report = try await report(endorsement(of: subject))
        #expect(report.verdict == .valid)
        let found = try #require(report.endorsements.first)
        #expect(found.name == "Partner" && found.issuer == Self.partner && found.comment == "Good.")
        #expect(found.check?.outcome == .passed, "\(String(describing: found.check))")
    }

    @Test("a false one is named with its check, and says nothing about the credential")
    func falseOnes() async throws {
        let subject = "https://issuer.example/achievements/1"
        let cases: [(VerificationReport, VerificationCheck.Name)] = [
            (try await report(endorsement(of: "https://issuer.example/achievements/2")), .structure),
            (try await report(endorsement(of: subject, type: "OpenBadgeCredential")), .structure),
            (try await report(endorsement(of: subject), by: P256.Signing.PrivateKey()), .signature),
            (try await report(endorsement(of: subject), from: try issuer(trusting: false)), .key),
            (try await report(endorsement(of: subject, until: "2026-02-01T00:00:00Z")), .dates),
        ]
        for (report, check) in cases {
            #expect(report.verdict == .valid)
            #expect(report.endorsements.map(\.check?.name) == [check])
            #expect(report.endorsements.map(\.check?.outcome) == [.failed])
        }
    }

    @Test("CRD-29: one whose endorser does not answer is unknown")
    func silent() async throws {
        let report = try await report(
            endorsement(of: "https://issuer.example/achievements/1"), from: try TestIssuer())
        #expect(report.verdict == .valid && report.endorsements.first?.check?.outcome == .unknown)
    }

    @Test("a crowd of them leads to no more addresses than are looked at")
    func crowd() async throws {
        var issuer = try issuer()
        issuer.badge.endorsements = Array(repeating: "a.b.c", count: 50)
        let report = await issuer.verify(try issuer.sign(issuer.badge))
        #expect(report.endorsements.count == Endorsement.limit)
        #expect(report.endorsements.allSatisfy { $0.check?.outcome == .failed })
    }
}

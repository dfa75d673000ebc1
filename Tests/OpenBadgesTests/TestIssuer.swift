import Crypto
import Foundation
import LinkedData
import OpenBadges
import Testing

/// An issuer with its keys, lists and a credential, as a network of addresses.
struct TestIssuer: Sendable {
    static let id = "did:web:issuer.example"
    static let now = Moment(seconds: 1_780_000_000)

    let ed = Curve25519.Signing.PrivateKey()
    let ec = P256.Signing.PrivateKey()
    var list = Bitstring()
    var pages: [String: [UInt8]] = [:]
    var badge: OpenBadge

    var edMethod: String { "\(Self.id)#\(Multikey.ed25519(publicKey: Array(ed.publicKey.rawRepresentation)))" }
    var ecName: String { ECKey(ec.publicKey).thumbprint }
    var keyURL: String { "https://issuer.example/keys/\(ecName)" }

    init() throws {
        let achievement = BadgeAchievement(
            id: "https://issuer.example/achievements/1", name: "N", description: "D",
            criteria: BadgeCriteria(narrative: "C"),
            resultDescriptions: [
                BadgeResultDescription(
                    id: "https://issuer.example/achievements/1#score", name: "Score", resultType: "Percent",
                    levels: [BadgeRubricLevel(id: "https://issuer.example/achievements/1#pass", name: "Pass")])
            ])
        badge = OpenBadge(
            id: "https://issuer.example/credentials/1", name: "N",
            issuer: SharedPart(BadgeProfile(id: Self.id, name: "Issuer")),
            validFrom: "2026-01-01T00:00:00Z", validUntil: "2027-01-01T00:00:00Z", awardedDate: "2026-01-01T00:00:00Z",
            subject: BadgeSubject(
                id: "urn:uuid:1", identifiers: [BadgeIdentity(hashing: "x", salt: "y", identityType: "systemId")],
                achievement: SharedPart(achievement),
                results: [
                    BadgeResult(
                        resultDescription: "https://issuer.example/achievements/1#score", value: "70",
                        achievedLevel: "https://issuer.example/achievements/1#pass")
                ]),
            evidence: [BadgeEvidence(id: "urn:uuid:2", name: "E")],
            status: BadgeStatusEntry(list: "https://issuer.example/status/0", index: 4711))
        let jwk = ECKey(ec.publicKey).jwk(id: keyURL)
        pages["https://issuer.example/.well-known/did.json"] = didDocument().canonical
        pages[keyURL] = jwk.canonical
        try publish()
    }

    func didDocument(trusting: [String]? = nil) -> JSON {
        let methods: [JSON] = [
            [
                "id": .text(edMethod), "type": "Multikey", "controller": .text(Self.id),
                "publicKeyMultibase": .text(String(edMethod.split(separator: "#")[1])),
            ],
            [
                "id": .text("\(Self.id)#\(ecName)"), "type": "JsonWebKey", "controller": .text(Self.id),
                "publicKeyJwk": ECKey(ec.publicKey).jwk(id: keyURL),
            ],
        ]
        let trusted = trusting ?? [edMethod, "\(Self.id)#\(ecName)"]
        return [
            "id": .text(Self.id), "verificationMethod": .list(methods),
            "assertionMethod": .list(trusted.map(JSON.text)),
        ]
    }

    /// Publishes the status list, by default as it should be.
    mutating func publish(
        validUntil: String = "2026-06-30T00:00:00Z", purpose: String = "revocation", issuer: String = TestIssuer.id,
        asToken: Bool = false
    ) throws {
        let document = StatusListDocument(
            id: "https://issuer.example/status/0", issuer: issuer, validFrom: "2026-05-01T00:00:00Z",
            validUntil: validUntil, purpose: purpose, encodedList: try list.encoded(), ttl: 1000)
        pages[document.id] =
            asToken
            ? Array(try CredentialToken.sign(try document.json, key: ec, keyID: "\(Self.id)#\(ecName)").utf8)
            : try sign(document).canonical
    }

    func sign(_ document: some SecurableDocument) throws -> JSON {
        let proof = try EmbeddedProof(key: ed, verificationMethod: edMethod, created: "2026-01-01T00:00:00Z")
        return try JSON.parse(try proof.sign(document))
    }

    func token() throws -> String {
        try CredentialToken.sign(try badge.json, key: ec, keyID: keyURL)
    }

    /// A token with another header, signed as asked.
    func token(header: JSON, signature: (Data) throws -> Data) rethrows -> String {
        let body = token(payloadOf: (try? token()) ?? "")
        let input = Base64URL.encode(header.canonical) + "." + body
        return input + "." + Base64URL.encode(try signature(Data(input.utf8)))
    }

    private func token(payloadOf token: String) -> String {
        String(token.split(separator: ".")[1])
    }

    func verify(_ bytes: [UInt8]) async -> VerificationReport {
        let pages = pages
        let source = CredentialSource { url, _ in
            guard let page = pages[url] else { return .failure(.unavailable("nobody answers at \(url)")) }
            return .success(page)
        }
        return await BadgeVerifier(source: source, now: Self.now).verify(bytes)
    }

    func verify(_ json: JSON) async -> VerificationReport {
        await verify(json.canonical)
    }

    static let png = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVQIW2NgUPr/HwADaAIhG61j/AAAAABJRU5ErkJggg==")
            ?? Data())
}

import Crypto
import Foundation
import LinkedData
import OpenBadges
import Testing

@Suite("CRD-11: what was tampered with is refused, and the check is named")
struct TamperingTests {
    private func failed(_ report: VerificationReport) -> VerificationCheck.Name? {
        report.failure?.name
    }

    @Test("untouched, in every form, it is valid")
    func untouched() async throws {
        var issuer = try TestIssuer()
        let document = try issuer.sign(issuer.badge)
        let token = try issuer.token()
        #expect(await issuer.verify(document).verdict == .valid)
        #expect(await issuer.verify(Array(token.utf8)).verdict == .valid)
        #expect(await issuer.verify(try BakedImage.bake(document.canonical, png: TestIssuer.png)).verdict == .valid)
        #expect(await issuer.verify(try BakedImage.bake(Array(token.utf8), png: TestIssuer.png)).verdict == .valid)
        let text = String(decoding: document.canonical, as: UTF8.self)
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>"
        #expect(await issuer.verify(Array(try BakedImage.bake(text, isToken: false, svg: svg).utf8)).verdict == .valid)
        #expect(await issuer.verify(Array(try BakedImage.bake(token, isToken: true, svg: svg).utf8)).verdict == .valid)
        try issuer.publish(asToken: true)
        #expect(await issuer.verify(document).verdict == .valid)
    }

    /// Every document that differs in one leaf.
    private func changes(_ json: JSON) -> [JSON] {
        switch json {
        case .object(let members):
            members.flatMap { name, value in
                changes(value).map { changed in
                    var copy = members
                    copy[name] = changed
                    return JSON.object(copy)
                } + [.object(members.filter { $0.key != name })]
            }
        case .list(let values):
            values.indices.flatMap { index in
                changes(values[index]).map { changed in
                    var copy = values
                    copy[index] = changed
                    return JSON.list(copy)
                }
            }
        case .text(let text): [.text(text + "x"), .text(""), .null]
        case .integer(let number): [.integer(number + 1)]
        case .number(let number): [.number(number + 1)]
        case .truth(let truth): [.truth(!truth)]
        case .null: [.text("x")]
        }
    }

    @Test("every change of one leaf, and every member left out, of an embedded proof")
    func leaves() async throws {
        let issuer = try TestIssuer()
        let changed = changes(try issuer.sign(issuer.badge))
        #expect(changed.count > 200)
        for document in changed {
            let report = await issuer.verify(document)
            #expect(
                report.verdict != .valid, "\(String(decoding: document.canonical, as: UTF8.self))")
        }
    }

    @Test("every change of one leaf of a token's payload")
    func tokenLeaves() async throws {
        let issuer = try TestIssuer()
        let parts = try issuer.token().split(separator: ".").map(String.init)
        let payload = try JSON.parse(try #require(Base64URL.decode(parts[1])))
        for changed in changes(payload) {
            let token = [parts[0], Base64URL.encode(changed.canonical), parts[2]].joined(separator: ".")
            #expect(await issuer.verify(Array(token.utf8)).verdict != .valid)
        }
    }

    @Test("an end hidden behind its IRI, a context written inline, a keyword for a name")
    func hidden() async throws {
        let issuer = try TestIssuer()
        var members = try issuer.sign(issuer.badge).object ?? [:]
        let until = members.removeValue(forKey: "validUntil")
        members["https://www.w3.org/2018/credentials#validUntil"] = [
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime", "@value": until ?? .null,
        ]
        #expect(failed(await issuer.verify(.object(members))) == .context)
        members["https://www.w3.org/2018/credentials#validUntil"] = nil
        members["validUntil"] = until
        let contexts = members["@context"]?.list ?? []
        members["@context"] = .list(contexts + [["end": "https://www.w3.org/2018/credentials#validUntil"]])
        #expect(failed(await issuer.verify(.object(members))) == .context)
        members["@context"] = .list(contexts)
        members["@included"] = []
        #expect(failed(await issuer.verify(.object(members))) == .context)
        members["@included"] = nil
        members["made-up"] = "x"
        #expect(failed(await issuer.verify(.object(members))) == .context)
    }

    @Test("another issuer, signed by whoever")
    func issuer() async throws {
        let issuer = try TestIssuer()
        var badge = issuer.badge
        badge.issuer = SharedPart(BadgeProfile(id: "did:web:other.example", name: "Issuer"))
        #expect(failed(await issuer.verify(try issuer.sign(badge))) == .key)
        let stranger = Curve25519.Signing.PrivateKey()
        let forged = try EmbeddedProof(
            key: stranger, verificationMethod: issuer.edMethod, created: "2026-01-01T00:00:00Z"
        ).sign(issuer.badge)
        #expect(failed(await issuer.verify(forged)) == .signature)
    }

    @Test("a condemned key, and a key for another purpose")
    func condemned() async throws {
        var issuer = try TestIssuer()
        issuer.pages["https://issuer.example/.well-known/did.json"] = issuer.didDocument(trusting: []).canonical
        #expect(failed(await issuer.verify(try issuer.sign(issuer.badge))) == .key)
        #expect(failed(await issuer.verify(Array(try issuer.token().utf8))) == .key)
    }

    @Test("alg none, and HS256 with the public key for a secret")
    func algorithms() async throws {
        let issuer = try TestIssuer()
        let none = issuer.token(header: ["alg": "none", "kid": .text(issuer.keyURL)]) { _ in Data() }
        #expect(failed(await issuer.verify(Array(none.utf8))) == .signature)
        let secret = SymmetricKey(data: issuer.ec.publicKey.pemRepresentation.data(using: .utf8) ?? Data())
        let hashed = issuer.token(header: ["alg": "HS256", "kid": .text(issuer.keyURL)]) {
            Data(HMAC<SHA256>.authenticationCode(for: $0, using: secret))
        }
        #expect(failed(await issuer.verify(Array(hashed.utf8))) == .signature)
    }

    @Test("a key that shows its secret, a set of keys, a key brought along, a key elsewhere")
    func keys() async throws {
        var issuer = try TestIssuer()
        let token = Array(try issuer.token().utf8)
        var jwk = ECKey(issuer.ec.publicKey).jwk(id: issuer.keyURL).object ?? [:]
        issuer.pages[issuer.keyURL] = JSON.object(["keys": [.object(jwk)]]).canonical
        #expect(failed(await issuer.verify(token)) == .key)
        jwk["d"] = .text(Base64URL.encode(issuer.ec.rawRepresentation))
        issuer.pages[issuer.keyURL] = JSON.object(jwk).canonical
        #expect(failed(await issuer.verify(token)) == .key)
        let stranger = P256.Signing.PrivateKey()
        let brought = try issuer.token(
            header: ["alg": "ES256", "jwk": ECKey(stranger.publicKey).jwk(id: "x")]
        ) { try stranger.signature(for: $0).rawRepresentation }
        #expect(failed(await issuer.verify(Array(brought.utf8))) == .key)
        issuer.pages["https://evil.example/key"] = ECKey(stranger.publicKey).jwk(id: "x").canonical
        let elsewhere = try issuer.token(header: ["alg": "ES256", "kid": "https://evil.example/key"]) {
            try stranger.signature(for: $0).rawRepresentation
        }
        #expect(failed(await issuer.verify(Array(elsewhere.utf8))) == .key)
    }

    @Test("revoked; a list too short, expired, for another purpose, by another issuer, changed")
    func status() async throws {
        var issuer = try TestIssuer()
        let document = try issuer.sign(issuer.badge)
        issuer.list[4711] = true
        try issuer.publish()
        #expect(failed(await issuer.verify(document)) == .status)
        issuer.list[4711] = false
        try issuer.publish(validUntil: "2026-05-02T00:00:00Z")
        #expect(failed(await issuer.verify(document)) == .status)
        try issuer.publish(purpose: "suspension")
        #expect(failed(await issuer.verify(document)) == .status)
        try issuer.publish(issuer: "did:web:other.example")
        #expect(failed(await issuer.verify(document)) == .status)
        issuer.list = Bitstring(count: 8192)
        try issuer.publish()
        #expect(failed(await issuer.verify(document)) == .status)
        issuer.list = Bitstring()
        try issuer.publish()
        var list = try JSON.parse(issuer.pages["https://issuer.example/status/0"] ?? []).object ?? [:]
        list["validUntil"] = "2026-06-29T00:00:00Z"
        issuer.pages["https://issuer.example/status/0"] = JSON.object(list).canonical
        #expect(failed(await issuer.verify(document)) == .status)
    }

    @Test("CRD-29: a source that is down leaves it unknown; nobody guesses")
    func unknown() async throws {
        var issuer = try TestIssuer()
        let document = try issuer.sign(issuer.badge)
        issuer.pages["https://issuer.example/status/0"] = nil
        let report = await issuer.verify(document)
        #expect(report.verdict == .unknown)
        #expect(report.checks.last?.name == .status && report.checks.last?.outcome == .unknown)
        issuer.pages["https://issuer.example/.well-known/did.json"] = nil
        #expect(await issuer.verify(document).verdict == .unknown)
        #expect(await issuer.verify(Array(try issuer.token().utf8)).verdict == .unknown)
    }

    @Test("expired, and not valid yet")
    func dates() async throws {
        let issuer = try TestIssuer()
        var badge = issuer.badge
        badge.validUntil = "2026-01-02T00:00:00Z"
        #expect(failed(await issuer.verify(try issuer.sign(badge))) == .dates)
        badge = issuer.badge
        badge.validFrom = "2026-12-01T00:00:00Z"
        #expect(failed(await issuer.verify(try issuer.sign(badge))) == .dates)
    }

    @Test("an image with two credentials, a damaged one, one without any")
    func images() async throws {
        let issuer = try TestIssuer()
        let document = try issuer.sign(issuer.badge).canonical
        let baked = try BakedImage.bake(document, png: TestIssuer.png)
        #expect(throws: OpenBadgeError.self) { try BakedImage.bake(document, png: baked) }
        let chunk = baked[33..<(baked.count - (TestIssuer.png.count - 33))]
        let twice = Array(baked[..<33] + chunk + chunk + TestIssuer.png[33...])
        #expect(failed(await issuer.verify(twice)) == .form)
        var damaged = baked
        damaged[100] ^= 1
        #expect(failed(await issuer.verify(damaged)) == .form)
        #expect(failed(await issuer.verify(TestIssuer.png)) == .form)
        let text = String(decoding: document, as: UTF8.self)
        let svg = try BakedImage.bake(text, isToken: false, svg: "<svg></svg>")
        let element = "<openbadges:credential><![CDATA[\(text)]]></openbadges:credential>"
        #expect(failed(await issuer.verify(Array((svg + element).utf8))) == .form)
        #expect(failed(await issuer.verify(Array("<svg></svg>".utf8))) == .form)
        #expect(failed(await issuer.verify(Array("nonsense".utf8))) == .form)
    }

    @Test("a result of a kind, or a level, that the achievement does not describe")
    func results() async throws {
        let issuer = try TestIssuer()
        var badge = issuer.badge
        badge.subject.results[0].achievedLevel = "https://issuer.example/achievements/1#other"
        #expect(failed(await issuer.verify(try issuer.sign(badge))) == .structure)
        badge.subject.results[0] = BadgeResult(resultDescription: "https://issuer.example/other")
        #expect(failed(await issuer.verify(try issuer.sign(badge))) == .structure)
    }
}

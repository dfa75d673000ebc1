import Contracts
import Crypto
import Foundation
import LinkedData
import Messaging
import OpenBadges
import Programmes
import Testing

@testable import CredentialingService

@Suite("CRD-03: the document that a verifier reads")
struct CredentialDocumentTests {
    private func document() throws -> (world: CredentialingWorld, members: [String: JSON]) {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        return (world, try #require(try badge.json.object))
    }

    @Test("names its address, issuer, dates, criteria and score")
    func members() throws {
        let (world, members) = try document()
        let id = try #require(world.credentials.keys.first)
        #expect(members["id"] == .text("https://guildhall.example/credentials/\(id)"))
        #expect(members["type"] == ["VerifiableCredential", "OpenBadgeCredential"])
        #expect(members["validFrom"] == "2014-03-31T00:00:00Z")
        #expect(members["validUntil"] == "2015-03-31T00:00:00Z")
        #expect(members["awardedDate"] == "2014-03-31T00:00:00Z")
        guard case .object(let issuer)? = members["issuer"], case .object(let subject)? = members["credentialSubject"]
        else {
            Issue.record("issuer and subject are objects")
            return
        }
        #expect(issuer["id"] == "did:web:guildhall.example")
        guard case .list(let results)? = subject["result"], case .object(let result)? = results.first,
            case .object(let achievement)? = subject["achievement"],
            case .list(let descriptions)? = achievement["resultDescription"],
            case .object(let description)? = descriptions.first
        else {
            Issue.record("the subject has a result of a described kind")
            return
        }
        #expect(result["value"] == "72")
        #expect(result["resultDescription"] == description["id"])
        #expect(achievement["criteria"] == ["narrative": "A weighted mean of 40 or more."])
    }

    @Test("names its holder by a salted hash and nothing else")
    func identity() throws {
        let (world, members) = try document()
        let credential = try #require(world.credentials.values.first)
        let salt = String(repeating: "01", count: 16)
        let digest = SHA256.hash(data: Data("\(credential.contractor)\(salt)".utf8))
        let expected = "sha256$" + digest.map { String(format: "%02x", $0) }.joined()
        let text = String(decoding: JSON.object(members).canonical, as: UTF8.self)
        #expect(text.contains("\"identityHash\":\"\(expected)\""))
        #expect(text.contains("\"salt\":\"\(salt)\""))
        #expect(!text.contains(credential.contractor.description))
    }

    @Test("ASM-20: names the outcome that the score comes from")
    func outcome() throws {
        let (world, members) = try document()
        let credential = try #require(world.credentials.values.first)
        let text = String(decoding: JSON.object(members).canonical, as: UTF8.self)
        #expect(text.contains("urn:uuid:\(credential.outcome)"))
    }

    @Test("CRD-11: its signature verifies with the key of the issuer's DID document")
    func verifies() throws {
        let (world, members) = try document()
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        let signed = try JSON.parse(try world.signer.sign(badge, created: world.now))
        let proof = try #require(signed["proof"])
        let signature = try #require(proof["proofValue"]?.text.flatMap(Multikey.bytes))
        #expect(proof["cryptosuite"] == "eddsa-rdfc-2022")
        let configuration = ProofConfiguration(
            created: "2014-04-01T00:00:00Z",
            verificationMethod: CredentialingWorld.issuer.verificationMethod(world.signer.keys.embeddedID))
        let hash =
            Array(SHA256.hash(data: try configuration.canonicalQuads()))
            + Array(SHA256.hash(data: try badge.canonicalQuads()))
        #expect(world.signer.keys.embedded.publicKey.isValidSignature(signature, for: hash))
        #expect(proof["verificationMethod"]?.text == configuration.verificationMethod)
        var unsigned = signed.object ?? [:]
        unsigned["proof"] = nil
        #expect(unsigned == members)
    }

    @Test("a bit of a status list is named as Open Badges wants it")
    func status() throws {
        let (_, members) = try document()
        let status = try #require(members["credentialStatus"])
        #expect(status["id"] == "https://guildhall.example/status/0#1")
        #expect(status["statusListIndex"] == "1")
        #expect(status["statusPurpose"] == "revocation")
    }

    @Test("CRD-03, CRD-27: the client's mark and a partner's endorsement are in the document, and on page and badge")
    func partners() async throws {
        let now = Timestamp(microseconds: 1_780_000_000_000_000)
        let writer = try SampleWriter(folder: NSTemporaryDirectory() + "guildhall-partners", now: now)
        let (badge, signer) = try writer.everything()
        let signed = try signer.sign(badge, created: now)
        let document = try JSON.parse(signed)
        let creator = document["credentialSubject"]?["achievement"]?["creator"]
        #expect(creator?["name"] == "Synthetic Shop" && creator?["id"] == "https://shop.guildhall.example")
        #expect(creator?["image"]?["id"]?.text == SampleEverything.mark)
        let report = await BadgeVerifier(source: try writer.source(), now: Moment(seconds: 1_780_000_100))
            .verify(signed)
        #expect(report.verdict == .valid)
        #expect(report.endorsements.map(\.check?.outcome) == [.passed])
        let image = try CredentialImage(signed, issuer: "Guildhall")
        let svg = String(decoding: try image.baked, as: UTF8.self)
        #expect(svg.contains("href=\"\(SampleEverything.mark)\"") && svg.contains(", Synthetic Shop"))
        let unmarked = BadgeDrawing(achievement: nil, name: "Everything at once", issuer: "Guildhall")
        #expect(try image.bakedPicture.count > BadgePicture.png(of: unmarked.svg).count)
        var page = CredentialPage(
            document: document,
            standing: CredentialStanding(
                status: "valid", reason: nil, since: now, validFrom: now, validUntil: now, checkedAt: now,
                suspendedUntil: nil), url: badge.id)
        #expect(page.html.contains("<dt>Client</dt><dd>Synthetic Shop</dd>"))
        #expect(page.html.contains("<h2>Issued together with</h2><ul><li>Synthetic Partner"))
        page.report = report
        #expect(page.html.contains("<strong>signature: passed.</strong> <span lang=\"en\">ES256, by did:web:partner"))
    }

    @Test("ASM-20: the document leads to the assessment: its outcome, score, date, and the versions that decided it")
    func assessment() throws {
        var world = try CredentialingWorld(now: "2015-03-15")
        try world.tell(.assessed())
        try world.renew(.made(of: Credential.id(of: OutcomeState.assessed().outcome), passed: "2015-03-10"))
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.renewing.definition.pathway("AAA"))
        let terms = TermRule.terms(of: credential, world.renewals.values, pathway.credential)
        let badge = try CredentialDocument(issuer: CredentialingWorld.issuer).badge(
            of: credential, pathway, renewal: terms.last
        ).json
        let evidence = try #require(badge["evidence"]?.list)
        #expect(
            evidence.map { $0["id"]?.text } == [
                "urn:uuid:\(OutcomeState.assessed().outcome)", "urn:uuid:\(Identifier.derived("test-renewal", "1"))",
            ])
        #expect(
            evidence.first?["description"]?.text
                == "Decided by version 1 of the programme's rule, with version 7 of the rubric.")
        #expect(evidence.last?["description"]?.text == "Passed on 2015-03-10 00:00 UTC with 81 %.")
        #expect(badge["credentialSubject"]?["result"]?.list?.first?["value"] == "72")
        #expect(badge["awardedDate"] == "2014-03-31T00:00:00Z")
        #expect(badge["validFrom"] == "2015-03-10T00:00:00Z")
    }

    @Test("CRD-27: an endorsement of another achievement is left out")
    func foreign() throws {
        let foreign = CoIssuer(id: "did:web:x", name: "X", subject: "https://x/achievements/a/b", endorsement: "a.b.c")
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = SampleEverything.pathway(foreign)
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        #expect(badge.endorsements.isEmpty)
    }

    @Test("CRD-01, CRD-14, CRD-26: levels, hours and alignments of the definition are in the document")
    func full() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = Pathway(
            id: "AAA", title: "Module", role: "AAA", passMark: Decimal6(40),
            credential: CredentialDefinition(
                name: "A\tB", description: "D", criteria: "C", hours: Decimal6(millionths: 6_500_000), language: "en",
                tags: ["one"], alignments: [CredentialAlignment(name: "N", url: "https://skills.example/1", code: "7")],
                levels: [
                    CredentialLevel(id: "pass", name: "Pass", from: Decimal6(40)),
                    CredentialLevel(id: "merit", name: "Merit", from: Decimal6(70)),
                    CredentialLevel(id: "top", name: "Top", from: Decimal6(90)),
                ]), offerings: [])
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        #expect(badge.name == "A B")
        let subject = try badge.json["credentialSubject"]
        #expect(subject?["creditsEarned"] == .number(6.5))
        let levels = subject?["achievement"]?["resultDescription"]?.list?.last
        #expect(levels?["rubricCriterionLevel"]?.list?.count == 3)
        let reached = subject?["result"]?.list?.last?["achievedLevel"]?.text
        #expect(reached?.hasSuffix("#level-merit") == true)
        #expect(levels?["requiredLevel"]?.text?.hasSuffix("#level-pass") == true)
        #expect(subject?["achievement"]?["alignment"]?.list?.first?["targetCode"] == "7")
    }
}

import Contracts
import LinkedData
import OpenBadges
import Programmes
import Testing

@testable import CredentialingService

@Suite("What a stranger reads")
struct CredentialPageTests {
    private func page(_ status: String, reason: String? = nil, until: String? = nil) throws -> String {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        let standing = CredentialStanding(
            status: status, reason: reason, since: credential.validFrom, validFrom: credential.validFrom,
            validUntil: credential.validUntil, checkedAt: world.now, suspendedUntil: until.flatMap(UTCMoment.parse))
        return CredentialPage(
            document: try JSON.parse(try world.signer.sign(badge, created: world.now)), standing: standing,
            url: CredentialingWorld.issuer.url(of: credential.id)
        ).html
    }

    @Test("CRD-02: name, issuer, dates, criteria, results and status, under headings in order")
    func content() throws {
        let html = try page("valid")
        for text in [
            "<h1>AAA passed</h1>", "Valid since 2014-03-31 00:00 UTC.", "A weighted mean of 40 or more.",
            "Weighted score in percent", "72 (at least 40)", "did:web:guildhall.example", "Verify now",
            "<meta property=\"og:image\" content=\"https://guildhall.example/credentials/",
            "/badge.png\">", "alt=\"Badge: AAA passed, by Guildhall\"",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.first == 1 && levels.dropFirst().allSatisfy { $0 == 2 })
    }

    @Test("ASM-20: the page gives score, date and version, and the outcome's id where its evidence is shown")
    func assessment() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.assessed())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.renewing.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        let standing = CredentialStanding(
            status: "valid", reason: nil, since: credential.validFrom, validFrom: credential.validFrom,
            validUntil: credential.validUntil, checkedAt: world.now)
        var page = CredentialPage(
            document: try JSON.parse(try world.signer.sign(badge, created: world.now)), standing: standing,
            url: CredentialingWorld.issuer.url(of: credential.id))
        #expect(!page.html.contains("urn:uuid:\(credential.outcome)"))
        page.showsEvidence = true
        for text in [
            "urn:uuid:\(credential.outcome)", "Decided by version 1 of the programme&#39;s rule, with version 7",
            "<dd>72 (at least 40)</dd>", "2014-03-31 00:00 UTC",
        ] {
            #expect(page.html.contains(text), "\(text)")
        }
    }

    @Test("CRD-08: a suspension and a revocation are told apart, each with its reason")
    func standing() throws {
        #expect(
            try page("revoked", reason: "Somebody <else>.").contains(
                "Revoked on 2014-03-31 00:00 UTC. Somebody &lt;else&gt;."))
        #expect(
            try page("suspended", reason: "Under review.", until: "2014-05-01")
                .contains("Suspended since 2014-03-31 00:00 UTC, until 2014-05-01 00:00 UTC. Under review."))
        #expect(try page("lapsed").contains("Lapsed on"))
    }

    @Test("a badge's name is broken into lines that fit, and its markup is that of an image with a title")
    func drawing() throws {
        #expect(BadgeDrawing.lines(of: "At the till") == ["At the till"])
        #expect(BadgeDrawing.lines(of: "Customer care and complaints") == ["Customer care", "and complaints"])
        #expect(BadgeDrawing.lines(of: "Donaudampfschifffahrtsgesellschaft") == ["Donaudampfsch…"])
        #expect(
            BadgeDrawing.lines(
                of: "a b c d e f g h i j k l m n o p q r s t u v w x y z one two three four five six seven eight"
            ).count == 4)
        let svg = BadgeDrawing(name: "A & <B>", issuer: "Guildhall", awarded: "2014-03-31").svg
        #expect(svg.contains("A &amp; &lt;B&gt;") && svg.contains("role=\"img\"") && !svg.contains("<B>"))
    }

    @Test("CRD-03: the badge holds the very credential")
    func baked() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        let signed = try world.signer.sign(badge, created: world.now)
        let svg = try BakedImage.bake(
            String(decoding: signed, as: UTF8.self), isToken: false,
            svg: BadgeDrawing(name: "AAA", issuer: "G", awarded: nil).svg)
        #expect(try BakedImage.extract(svg: Array(svg.utf8)) == signed)
    }
}

import Contracts
import LinkedData
import OpenBadges
import Pages
import Programmes
import ServiceRuntime
import Testing

@testable import CredentialingService

@Suite("Parts of a worker's pages")
struct WorkerPartsTests {
    @Test("GOV-20: every language has every phrase with the same places, and none that is empty")
    func phrases() {
        func places(_ text: String) -> Set<Substring> { Set(text.matches(of: /\{[0-9]\}/).map(\.output)) }
        for language in PageLanguage.allCases {
            for phrase in Phrase.allCases {
                let text = Phrase.words[language]?[phrase] ?? ""
                #expect(!text.isEmpty, "\(language) lacks \(phrase)")
                #expect(places(text) == places(Phrase.english[phrase] ?? ""), "\(language) \(phrase)")
            }
        }
    }

    @Test(
        "GOV-20: a page speaks the language that its reader wants most, else that of what it shows",
        arguments: [
            (nil, nil, "en"), ("", nil, "en"), ("de", "fr", "de"), ("de-AT,en;q=0.5", nil, "de"),
            ("en;q=0.2, fr-CA;q=0.9", nil, "fr"), ("pt, es;q=0.8", "de", "es"), ("ja", nil, "en"),
            ("ja", "de-CH", "de"), ("de;q=0", "es", "es"), (nil, "fr", "fr"),
        ] as [(String?, String?, String)])
    func language(_ field: String?, _ shown: String?, _ code: String) {
        #expect(PageTexts(accepting: field, otherwise: shown).code == code)
    }

    @Test("GOV-20: what fills a phrase is escaped")
    func filling() {
        #expect(PageTexts.english[.listedAs, "<b>"] == "Listed as &lt;b&gt;.")
    }

    @Test("CRD-03: the token of a link says whose it is, and any change of it makes it nobody's")
    func token() throws {
        let key: [UInt8] = Array(repeating: 3, count: 32)
        let link = PersonalLink(
            subject: CredentialingWorld.contractor, expires: Timestamp(microseconds: 1_700_000_000_000_000), version: 2)
        let token = link.token(key: key)
        #expect(PersonalLink(token: token, key: key) == link)
        #expect(PersonalLink(token: token, key: Array(repeating: 4, count: 32)) == nil)
        #expect(PersonalLink(token: "", key: key) == nil && PersonalLink(token: token + "A", key: key) == nil)
        for index in token.indices {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
            // The last letter's lowest bits stand for nothing.
            guard let read = PersonalLink(token: changed, key: key) else { continue }
            #expect(read == link && index == token.index(before: token.endIndex))
        }
    }

    @Test("CRD-03: the PNG is a picture of the drawing and holds the very credential")
    func picture() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        let signed = try world.signer.sign(badge, created: world.now)
        let image = try CredentialImage(signed, issuer: "G")
        #expect(try BakedImage.extract(png: try image.bakedPicture) == signed)
        let png = try image.bakedPicture
        #expect(png[16..<24].elementsEqual([0, 0, 3, 32, 0, 0, 3, 32]))
        #expect(png.count > signed.count + 10_000)
        let other = try BadgePicture.png(of: BadgeDrawing(name: "B", issuer: "G").svg)
        #expect(try BadgePicture.png(of: BadgeDrawing(name: "A", issuer: "G").svg) != other)
        let svg = String(decoding: try image.baked, as: UTF8.self)
        #expect(svg.contains("<title id=\"title\">AAA passed, Guildhall, 2014-03-31</title>"))
        #expect(svg.contains("<desc id=\"desc\">Passed the module.</desc>"))
        #expect(throws: BadgePicture.Failure.self) { _ = try BadgePicture.png(of: "no picture") }
    }

    @Test("CRD-12: the link to a profile names credential, issuer, dates, address and id")
    func profile() {
        let link = ProfileLink(
            document: [
                "name": "Till & safe", "issuer": ["name": "Guildhall"], "awardedDate": "2014-03-31T00:00:00Z",
                "validUntil": "2015-03-31T00:00:00Z",
            ], url: "https://guildhall.example/credentials/1")
        #expect(
            link.address
                == "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Till%20%26%20safe"
                + "&organizationName=Guildhall&issueYear=2014&issueMonth=3&expirationYear=2015&expirationMonth=3"
                + "&certUrl=https%3A%2F%2Fguildhall.example%2Fcredentials%2F1&certId=1")
    }

    @Test("CRD-12: a page that is not shared gives nothing to previews; a shared one does")
    func previews() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        let badge = CredentialDocument(issuer: CredentialingWorld.issuer).badge(of: credential, pathway)
        var page = CredentialPage(
            document: try JSON.parse(try world.signer.sign(badge, created: world.now)),
            standing: CredentialStanding(
                status: "valid", reason: nil, since: world.now, validFrom: world.now, validUntil: world.now,
                checkedAt: world.now), url: "https://guildhall.example/credentials/1")
        for tag in ["og:title", "og:description", "og:image", "og:url"] {
            #expect(page.html.contains("property=\"\(tag)\""), "\(tag)")
        }
        #expect(!page.html.contains("<h2>Evidence</h2>"))
        page.showsEvidence = true
        #expect(page.html.contains("<h2>Evidence</h2>"))
        page.isShared = false
        #expect(!page.html.contains("og:") && page.html.contains("noindex"))
    }

    @Test("CRD-14: the course's hours stand on the page")
    func hours() throws {
        let document: JSON = [
            "name": "N", "credentialSubject": ["creditsEarned": 6, "achievement": ["criteria": ["narrative": "C"]]],
        ]
        let moment = Timestamp(microseconds: 0)
        let page = CredentialPage(
            document: document,
            standing: CredentialStanding(
                status: "valid", reason: nil, since: moment, validFrom: moment, validUntil: moment, checkedAt: moment),
            url: "https://guildhall.example/credentials/1")
        #expect(page.html.contains("<dt>Course hours</dt><dd>6</dd>"))
    }
}

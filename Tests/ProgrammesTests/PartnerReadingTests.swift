import Foundation
import LinkedData
import Programmes
import Testing

@Suite("Whose mark and whose word a credential carries, as a programme says it")
struct PartnerReadingTests {
    private static let mark = "data:image/png;base64,iVBORw0KGgo="

    private static func text(_ lines: String) -> String {
        SampleProgramme.replacing(
            "      valid-for: 12 months\n", with: "      valid-for: 12 months\n" + lines)
    }

    private static func token(_ subject: String, type: String = "EndorsementCredential") -> String {
        let payload: JSON = [
            "type": ["VerifiableCredential", .text(type)],
            "issuer": ["id": "did:web:partner.example", "name": "Partner"],
            "credentialSubject": ["id": .text(subject)],
        ]
        let body = Data(payload.canonical).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        return "e30.\(body).c2ln"
    }

    @Test("CRD-03, CRD-27: client, mark and co-issuer are read as they are written")
    func read() throws {
        let token = Self.token("https://guildhall.example/achievements/sample/AAA-2013J")
        let lines = """
                  language: de-AT
                  client: {name: Shop, url: 'https://shop.example', mark: '\(Self.mark)'}
                  co-issuers: [\(token)]

            """
        let credential = try #require(try ProgrammeReader.read(Self.text(lines)).pathways.first?.credential)
        #expect(credential.client == CredentialClient(name: "Shop", url: "https://shop.example", mark: Self.mark))
        #expect(credential.language == "de-AT")
        #expect(credential.coIssuers.map(\.name) == ["Partner"])
        #expect(credential.coIssuers.first?.endorsement == token)
    }

    /// A line, the rule that refuses it, and a word of its remedy.
    static let mistakes = [
        ("language: pt", "language", "en"),
        ("client: {name: Shop, url: shop}", "address", "https://"),
        ("client: {name: Shop}", "missing-key", "address"),
        ("client: {name: Shop, url: 'https://shop.example', mark: 'https://shop.example/mark.png'}", "mark", "base 64"),
        ("client: {name: Shop, url: 'https://shop.example', mark: 'data:image/png;base64,R0lGODlh'}", "mark", "PNG"),
        ("co-issuers: [word]", "endorsement", "three parts"),
        ("co-issuers: [\(token("https://x/achievements/sample/AAA-2013J", type: "Other"))]", "endorsement", "issuer"),
        ("co-issuers: [\(token("https://x/achievements/other/AAA-2013J"))]", "endorsement", "sample/AAA-2013J"),
    ]

    @Test("CRD-27, GOV-20, GOV-25: a mistake is named with its line, its rule and the way out", arguments: mistakes)
    func mistake(line: String, rule: String, remedy: String) throws {
        let problems = SampleProgramme.problems(Self.text("      \(line)\n"))
        let problem = try #require(problems.first { $0.rule == rule }, "found \(problems)")
        #expect(problem.line == 16)
        #expect("\(problem.message) \(problem.remedy)".contains(remedy), "\(problem)")
    }
}

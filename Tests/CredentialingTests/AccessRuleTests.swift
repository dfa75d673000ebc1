import Contracts
import Foundation
import OpenBadges
import Pages
import Programmes
import ServiceRuntime
import Testing

@testable import CredentialingService

@Suite("Leave to read credentials: the rules")
struct AccessRuleTests {
    // RFC 7636, appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    private let client = AccessClient(
        id: "host", name: "Host", secretHash: [], redirectURIs: ["https://host.example/callback"],
        scopes: [.credentials])

    @Test("the verifier of a challenge is the one that it was made of, and no other")
    func challenge() {
        #expect(CodeChallenge.matches(Self.verifier, Self.challenge))
        #expect(!CodeChallenge.matches(Self.verifier + "x", Self.challenge))
        #expect(!CodeChallenge.matches(Self.challenge, Self.challenge))
        #expect(!CodeChallenge.matches("", Self.challenge))
        #expect(CodeChallenge.isWellFormed(Self.challenge))
        #expect(!CodeChallenge.isWellFormed("plain"))
    }

    private func leave(isEnded: Bool = false, isUsed: Bool = false) -> TokenLeave {
        TokenLeave(
            family: Identifier(high: 0, low: 1), client: "host", contractor: Identifier(high: 0, low: 2), scopes: [],
            isEnded: isEnded, isUsed: isUsed,
            binding: .init(redirectURI: "https://host.example/callback", challenge: Self.challenge))
    }

    @Test("a code brings tokens once, to its system, with its verifier, at its address, in its time")
    func code() {
        func fate(
            _ leave: TokenLeave, client: String = "host", uri: String? = "https://host.example/callback",
            verifier: String? = AccessRuleTests.verifier
        ) -> TokenLeave.Fate {
            leave.fate(client: client, redirectURI: uri, verifier: verifier)
        }
        #expect(fate(leave()) == .tokens)
        #expect(fate(leave(), client: "other") == .refused)
        #expect(fate(leave(isUsed: true), client: "other") == .refused)
        #expect(fate(leave(), uri: "https://host.example/other") == .refused)
        #expect(fate(leave(), uri: nil) == .refused)
        #expect(fate(leave(), verifier: nil) == .refused)
        #expect(fate(leave(), verifier: Self.challenge) == .refused)
        #expect(fate(leave(isEnded: true)) == .refused)
        #expect(fate(leave(isUsed: true)) == .stolen)
        #expect(fate(leave(isEnded: true, isUsed: true)) == .stolen)
    }

    private func ask(_ changes: [String: String?] = [:]) throws -> AuthorizeRequest {
        var fields: [String: String?] = [
            "client_id": "host", "redirect_uri": "https://host.example/callback", "response_type": "code",
            "scope": AccessScope.credentials.rawValue, "code_challenge": Self.challenge,
            "code_challenge_method": "S256", "state": "s p&c",
        ]
        for (name, value) in changes { fields[name] = value }
        let text = fields.compactMap { name, value in value.map { "\(name)=\(FormFields.encoded($0))" } }
            .joined(separator: "&")
        return try AuthorizeRequest(FormFields(text), client: client)
    }

    @Test("nothing is sent to an address that is not registered, letter by letter")
    func redirect() throws {
        #expect(try ask().state == "s p&c")
        for address in [
            "https://host.example/callback/", "https://host.example/callback?x=1", "https://evil.example/callback",
            "https://host.example.evil.example/callback", "HTTPS://host.example/callback",
        ] {
            let fault = #expect(throws: AuthorizeRequest.Fault.self) { try ask(["redirect_uri": address]) }
            guard case .page = fault else {
                Issue.record("\(address) is answered: \(String(describing: fault))")
                continue
            }
        }
        #expect(throws: AuthorizeRequest.Fault.self) {
            try AuthorizeRequest(FormFields("client_id=none"), client: nil)
        }
    }

    @Test(
        "what a system asks wrongly is told to it: no code challenge, a plain one, a scope that it has not",
        arguments: [
            ("code_challenge", nil, "invalid_request"), ("code_challenge_method", "plain", "invalid_request"),
            ("code_challenge_method", nil, "invalid_request"), ("response_type", "token", "unsupported_response_type"),
            ("scope", AccessScope.profile.rawValue, "invalid_scope"), ("scope", "guildhall.query", "invalid_scope"),
            ("scope", "everything", "invalid_scope"), ("scope", nil, "invalid_scope"),
        ] as [(String, String?, String)])
    func wrong(name: String, value: String?, error: String) {
        let fault = #expect(throws: AuthorizeRequest.Fault.self) { try ask([name: value]) }
        guard case .redirect(let uri, let found, _, let state)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(found == error)
        #expect(uri == "https://host.example/callback" && state == "s p&c")
    }

    @Test("GOV-26: the pages of a list name their neighbours, the first and the last")
    func links() throws {
        let url = "https://guildhall.example/list"
        let middle = try #require(PageLinks(limit: "2", offset: "2")).header(
            url, total: 5, since: "2026-01-01T00:00:00Z")
        #expect(middle.contains("<\(url)?limit=2&offset=4&since=2026-01-01T00%3A00%3A00Z>; rel=\"next\""))
        #expect(middle.contains("offset=4&since=2026-01-01T00%3A00%3A00Z>; rel=\"last\""))
        #expect(middle.contains("offset=0&since=2026-01-01T00%3A00%3A00Z>; rel=\"prev\""))
        let only = try #require(PageLinks(limit: nil, offset: nil)).header(url, total: 0, since: nil)
        #expect(!only.contains("next") && !only.contains("prev"))
        #expect(PageLinks(limit: "0", offset: nil) == nil)
        #expect(PageLinks(limit: nil, offset: "-1") == nil)
        #expect(PageLinks(limit: "1000000", offset: nil)?.limit == Int64(PageLinks.most))
    }

    @Test("GOV-20: a worker is asked in every language, and never with markup of the system's")
    func markup() throws {
        let asked = try AuthorizeRequest(
            FormFields(
                "client_id=host&redirect_uri=https%3A%2F%2Fhost.example%2Fcallback&response_type=code&scope="
                    + FormFields.encoded(AccessScope.credentials.rawValue)
                    + "&code_challenge=\(Self.challenge)&code_challenge_method=S256&state=%22%3E%3Cscript%3E"),
            client: AccessClient(
                id: "host", name: "<b>Host</b>", secretHash: [], redirectURIs: client.redirectURIs,
                scopes: client.scopes))
        for language in PageLanguage.allCases {
            let texts = PageTexts(language)
            let html = AuthorizePage(request: asked, seal: "x", texts: texts).html
            #expect(!html.contains("<script>") && !html.contains("<b>"))
            #expect(html.contains(texts[.accessReadCredentials]) && html.contains("&lt;b&gt;Host&lt;/b&gt;"))
            #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        }
    }

    @Test("GOV-26: docs/openapi.json is what the code describes (GUILDHALL_WRITE_DOCS=1 writes it)")
    func openAPI() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/openapi.json")
        let generated = OpenAPIDocument(
            issuer: Issuer(base: "https://guildhall.example", name: "Guildhall")
        ).text
        if getenv("GUILDHALL_WRITE_DOCS") != nil { try Data(generated.utf8).write(to: path) }
        let isSame = try String(contentsOf: path, encoding: .utf8) == generated
        #expect(isSame, "run: make docs")
        let document = try #require(JSONSerialization.jsonObject(with: Data(generated.utf8)) as? [String: Any])
        #expect(document["openapi"] as? String == "3.0.1")
        let paths = try #require(document["paths"] as? [String: Any])
        #expect(
            Set(paths.keys) == [
                "/ims/ob/v3p0/discovery", "/ims/ob/v3p0/credentials", "/ims/ob/v3p0/profile", "/credential-queries",
                "/credentials/{id}/effects",
            ])
    }
}

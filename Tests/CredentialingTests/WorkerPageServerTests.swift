import Contracts
import Crypto
import Database
import Foundation
import LinkedData
import OpenBadges
import ServiceRuntime
import TestKit
import Testing

@testable import CredentialingService

@Suite("My credentials", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct WorkerPageServerTests {
    /// Opens a link; returns the cookie.
    private static func enter(_ port: Int, _ link: String) async throws -> [String: String] {
        let answer = try await TestServer.get(port, link, ["Accept": "text/html"])
        #expect(answer.status == 200)
        let field = try #require(answer.headers["set-cookie"])
        return ["Cookie": String(field.prefix { $0 != ";" }), "Accept": "text/html"]
    }

    private static func formToken(_ page: TestServer.Answer) throws -> String {
        let found = try #require(page.text.firstMatch(of: /name="form" value="([^"]+)"/))
        return String(found.1)
    }

    @Test("CRD-03: a personal link opens the page, and its token stays in no address and reaches no script or site")
    func enter() async throws {
        try await WorkerHouse.with { house in
            _ = try await house.earn()
            try await TestServer.run(house.pages) { port in
                let link = house.link()
                let answer = try await TestServer.get(port, link)
                let cookie = try #require(answer.headers["set-cookie"])
                for attribute in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
                    #expect(cookie.contains("; \(attribute)"), "\(attribute)")
                }
                #expect(answer.text.contains("content=\"0;url=https://guildhall.example/me\""))
                #expect(!answer.text.contains(link))
                #expect(answer.headers["referrer-policy"] == "no-referrer")
                #expect(answer.headers["cache-control"] == "no-store")
                let page = try await TestServer.get(port, "/me", try await Self.enter(port, link))
                #expect(page.status == 200 && page.text.contains("AAA passed") && page.text.contains("lang=\"en\""))
                let german = try await TestServer.get(
                    port, "/me", try await Self.enter(port, link).merging(["Accept-Language": "de"]) { $1 })
                #expect(german.text.contains("<html lang=\"de\">") && german.text.contains("Meine Nachweise"))
            }
        }
    }

    @Test("CRD-03: no link, an altered one, one that ran out and one that was withdrawn open nothing")
    func refused() async throws {
        try await WorkerHouse.with { house in
            _ = try await house.earn()
            try await TestServer.run(house.pages) { port in
                #expect(try await TestServer.get(port, "/me").status == 403)
                #expect(try await TestServer.get(port, "/me/export.json").status == 403)
                #expect(try await TestServer.get(port, "/me/nonsense").status == 403)
                #expect(try await TestServer.get(port, house.link(seconds: -1)).status == 403)
                let cookie = try await Self.enter(port, house.link())
                #expect(try await TestServer.get(port, "/me", cookie).status == 200)
                try await house.ask("withdraw-links")
                #expect(try await TestServer.get(port, "/me", cookie).status == 403)
                #expect(try await TestServer.get(port, house.link()).status == 403)
                #expect(try await TestServer.get(port, house.link(version: 1)).status == 200)
            }
        }
    }

    @Test("CRD-12: private until the worker shares it, private again when that is taken back, whoever asks and how")
    func sharing() async throws {
        try await WorkerHouse.with { house in
            let id = try await house.earn()
            try await house.answering { port in
                let addresses = ["", "/status", "/badge.svg", "/badge.png"].map { "/credentials/\(id)\($0)" }
                let nowhere = try await TestServer.get(
                    port, "/credentials/00000000-0000-0000-0000-000000000000", ["X-Request-ID": "same-for-both"])
                func strangers(_ status: Int) async throws {
                    for address in addresses {
                        for accept in ["text/html", "application/vc", "application/vc+jwt"] {
                            let answer = try await TestServer.get(port, address, ["Accept": accept])
                            #expect(answer.status == status, "\(address) as \(accept)")
                        }
                    }
                }
                try await strangers(404)
                let hidden = try await TestServer.get(port, addresses[0], ["X-Request-ID": "same-for-both"])
                #expect(hidden.body == nowhere.body)
                var cookie = try await Self.enter(port, house.link())
                let own = try await TestServer.get(port, addresses[0], cookie)
                #expect(own.status == 200 && !own.text.contains("og:") && own.headers["cache-control"] == "no-store")
                let form = try Self.formToken(try await TestServer.get(port, "/me", cookie))
                let shared = try await TestServer.post(
                    port, "/me/credentials/\(id)", cookie, ["form": form, "wish": "share"])
                #expect(shared.status == 303)
                #expect(shared.headers["location"] == "https://guildhall.example/me#c-\(id)")
                try await strangers(200)
                let page = try await TestServer.get(port, addresses[0], ["Accept": "text/html"])
                #expect(page.text.contains("property=\"og:image\"") && !page.text.contains("<h2>Evidence</h2>"))
                _ = try await TestServer.post(
                    port, "/me/credentials/\(id)", cookie, ["form": form, "wish": "release-evidence"])
                #expect(try await TestServer.get(port, addresses[0], ["Accept": "text/html"]).text.contains("Evidence"))
                _ = try await TestServer.post(
                    port, "/me/credentials/\(id)", cookie, ["form": form, "wish": "unshare"])
                try await strangers(404)
                cookie["Cookie"] = "guildhall_me=nonsense"
                #expect(try await TestServer.get(port, addresses[0], cookie).status == 404)
            }
        }
    }

    @Test("CRD-12: a form from elsewhere, a stranger's credential and a wish that no form has change nothing")
    func forged() async throws {
        try await WorkerHouse.with { house in
            try await WorkerHouse.with { other in
                let id = try await house.earn()
                let foreign = try await other.earn()
                try await house.answering { port in
                    let cookie = try await Self.enter(port, house.link())
                    let form = try Self.formToken(try await TestServer.get(port, "/me", cookie))
                    func post(_ id: Identifier, _ cookie: [String: String], _ fields: [String: String]) async throws
                        -> Int
                    {
                        try await TestServer.post(port, "/me/credentials/\(id)", cookie, fields).status
                    }
                    #expect(try await post(id, cookie, ["wish": "share"]) == 403)
                    #expect(try await post(id, cookie, ["wish": "share", "form": "nonsense"]) == 403)
                    #expect(try await post(id, [:], ["wish": "share", "form": form]) == 403)
                    let others = try await Self.enter(port, other.link())
                    #expect(try await post(id, others, ["wish": "share", "form": form]) == 403)
                    #expect(try await post(foreign, cookie, ["wish": "share", "form": form]) == 404)
                    for wish in ["revoke", "erase", "renew", "nonsense"] {
                        #expect(try await post(id, cookie, ["wish": wish, "form": form]) == 400)
                    }
                    #expect(
                        try await TestServer.get(port, "/me/credentials/\(foreign)/badge.png", cookie).status == 404)
                    let requests = try await house.database.run([
                        Call(Statement("SELECT 1 FROM credentialing_request WHERE credential = $1"), [.uuid(id)])
                    ])
                    #expect(requests[0].isEmpty)
                }
            }
        }
    }

    @Test("CRD-13, GOV-03, GOV-28: listed is who agreed and shares, under the name given, until either is taken back")
    func recognition() async throws {
        try await WorkerHouse.with { house in
            let id = try await house.earn()
            try await house.answering { port in
                let name = "Ada <\(id.low)>"
                let cookie = try await Self.enter(port, house.link())
                let form = try Self.formToken(try await TestServer.get(port, "/me", cookie))
                func wish(_ wish: String, _ name: String = "") async throws {
                    let answer = try await TestServer.post(
                        port, "/me/credentials/\(id)", cookie, ["form": form, "wish": wish, "name": name])
                    #expect(answer.status == 303)
                }
                func isListed() async throws -> Bool {
                    try await TestServer.get(port, "/recognition").text.contains("Ada &lt;\(id.low)&gt;")
                }
                try await wish("list", name)
                #expect(try await !isListed())
                try await wish("share")
                #expect(try await isListed())
                try await wish("unshare")
                #expect(try await !isListed())
                try await wish("share")
                try await wish("unlist")
                #expect(try await !isListed())
                let left = try await house.database.run([
                    Call(
                        Statement(
                            """
                            SELECT 1 FROM credentialing_share WHERE credential = $1 AND listed_as IS NOT NULL
                            UNION ALL SELECT 1 FROM credentialing_request WHERE credential = $1 AND reason LIKE 'Ada%'
                            """), [.uuid(id)])
                ])
                #expect(left[0].isEmpty)
                try await wish("list", "  ")
                #expect(try await !isListed())
            }
        }
    }

    @Test("CRD-13: nothing but the pages reads who is listed: no rule, no other service")
    func noEffect() async throws {
        let ruleStatements =
            CredentialStatements.all + StatusStatements.all + KeyStatements.all + RequestStatements.all
        #expect(!ruleStatements.contains { $0.sql.contains("credentialing_share") || $0.sql.contains("listed_as") })
        try await MigratedDatabase.inTransaction { transaction in
            let readers = try await transaction.run([
                Call(
                    Statement(
                        """
                        SELECT rolname FROM pg_roles WHERE rolname LIKE 'guildhall\\_%' AND NOT rolsuper
                            AND has_table_privilege(rolname, 'credentialing_share', 'SELECT')
                        ORDER BY rolname
                        """))
            ])
            #expect(
                try Set(readers[0].map { try $0.text(0) }).isSubset(of: [
                    "guildhall_credentialing", "guildhall_operator", "guildhall_owner",
                ]))
        }
    }

    @Test("CRD-03, CRD-11: every download verifies, and the export alone is enough when the issuer is gone")
    func takeAlong() async throws {
        try await WorkerHouse.with { house in
            let id = try await house.earn()
            try await house.publish()
            try await TestServer.run(house.pages) { port in
                let cookie = try await Self.enter(port, house.link())
                let answer = try await TestServer.get(port, "/me/export.json", cookie)
                #expect(answer.headers["content-disposition"]?.hasPrefix("attachment") == true)
                let export = try JSON.parse(Array(answer.body))
                let did = try #require(export["issuer"]?["didDocument"])
                let lists = try #require(export["statusLists"]?.object)
                let keys = export["issuer"]?["keySet"]?["keys"]?.elements ?? []
                let source = CredentialSource { url, _ in
                    if let key = keys.first(where: { $0["kid"]?.text == url }) { return .success(key.canonical) }
                    if url.hasSuffix("/did.json") { return .success(did.canonical) }
                    if let list = lists[url] { return .success(list.canonical) }
                    return .failure(.unavailable("\(url) is gone"))
                }
                let verifier = BadgeVerifier(
                    source: source, now: Moment(seconds: Int64(Date().timeIntervalSince1970)))
                for file in ["credential.json", "credential.jwt", "badge.png", "badge.svg"] {
                    let file = try await TestServer.get(port, "/me/credentials/\(id)/\(file)", cookie)
                    #expect(file.status == 200)
                    let report = await verifier.verify(Array(file.body))
                    #expect(report.verdict == .valid, "\(report.checks)")
                }
                let entry = try #require(export["credentials"]?.elements.first)
                #expect(await verifier.verify(entry["credential"]?.canonical ?? []).verdict == .valid)
                #expect(await verifier.verify(Array((entry["token"]?.text ?? "").utf8)).verdict == .valid)
                for (form, prefix) in [("svg", "data:image/svg+xml;base64,"), ("png", "data:image/png;base64,")] {
                    let address = entry["images"]?[form]?.text ?? ""
                    let data = Data(base64Encoded: String(address.dropFirst(prefix.count))) ?? Data()
                    #expect(await verifier.verify(Array(data)).verdict == .valid)
                }
            }
        }
    }

    @Test("GOV-04: an erased credential answers 410 and says nothing, and a repeated message brings nothing back")
    func erased() async throws {
        try await WorkerHouse.with { house in
            let outcome = house.outcome()
            try await house.tell(outcome)
            let id = Credential.id(of: outcome.outcome)
            try await house.answering { port in
                let cookie = try await Self.enter(port, house.link())
                let form = try Self.formToken(try await TestServer.get(port, "/me", cookie))
                for wish in ["share", "list"] {
                    _ = try await TestServer.post(
                        port, "/me/credentials/\(id)", cookie, ["form": form, "wish": wish, "name": "Ada"])
                }
                try await house.ask("erase")
                for _ in 0..<2 {
                    let page = try await TestServer.get(port, "/credentials/\(id)", ["Accept": "text/html"])
                    #expect(page.status == 410)
                    #expect(!page.text.contains("AAA") && !page.text.contains(id.description))
                    #expect(try await TestServer.get(port, "/me", cookie).status == 403)
                    try await house.tell(outcome)
                }
                let left = try await house.database.run([
                    Call(
                        Statement(
                            """
                            SELECT 'credential' FROM credentialing_credential WHERE id = $1
                            UNION ALL SELECT 'share' FROM credentialing_share WHERE credential = $1
                            UNION ALL SELECT 'request' FROM credentialing_request WHERE credential = $1
                            UNION ALL SELECT 'withheld' FROM credentialing_withheld WHERE contractor = $2
                            UNION ALL SELECT 'bit' FROM credentialing_status_entry
                                WHERE credential = $1 AND set_at IS NULL
                            """), [.uuid(id), .uuid(house.contractor)])
                ])
                #expect(try left[0].map { try $0.text(0) } == [])
            }
            for table in ["tombstone WHERE credential", "status_entry WHERE credential"] {
                _ = try await house.database.run([
                    Call(Statement("DELETE FROM credentialing_\(table) = $1"), [.uuid(id)])
                ])
            }
        }
    }

    @Test("CRD-28: what was recognised stands on the worker's page and in the export")
    func outside() async throws {
        try await WorkerHouse.with { house in
            let document = Array("{\"name\":\"First aid\"}".utf8)
            _ = try await house.database.run([
                Call(
                    Statement(
                        """
                        INSERT INTO credentialing_outside (id, contractor, programme, pathway, document, digest, name,
                            issuer, verdict, report, accepted_unknown, recognised_at)
                        VALUES ($1, $2, 'oulad', 'AAA', $3, $4, 'First aid', 'Red Cross', 'valid',
                            '{"verdict":"valid","checks":[]}', '{}', now())
                        """),
                    [
                        .uuid(.derived("test", "\(UInt64.random(in: 0 ... .max))")), .uuid(house.contractor),
                        .bytea(document), .bytea(Array(SHA256.hash(data: document))),
                    ])
            ])
            try await TestServer.run(house.pages) { port in
                let cookie = try await Self.enter(port, house.link())
                let page = try await TestServer.get(port, "/me", cookie)
                #expect(page.text.contains("First aid") && page.text.contains("Recognised for oulad/AAA on"))
                let export = try JSON.parse(Array(try await TestServer.get(port, "/me/export.json", cookie).body))
                #expect(export["outsideCredentials"]?.elements.first?["issuer"]?.text == "Red Cross")
            }
        }
    }
}

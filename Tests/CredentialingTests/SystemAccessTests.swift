import Contracts
import Crypto
import Database
import Foundation
import Logging
import Messaging
import OpenBadges
import ServiceRuntime
import TestKit
import Testing

@testable import CredentialingService

@Suite(
    "What systems reach over HTTP", .serialized,
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct SystemAccessTests {
    @Test("CRD-16, CRD-29, GOV-25: a system asks over HTTP, is answered by the rule, and the audit trail knows it")
    func query() async throws {
        try await SystemHouse.with { house in
            let token = try await house.ownToken()
            let gate: [String: String] = [
                "question": "gate", "contractor": house.worker.description, "action": "deploy",
                "assetClass": house.asset,
            ]
            let yes = try await house.ask(gate, token)
            #expect(yes.status == 200)
            #expect(yes.json["verdict"] as? String == "yes", "\(yes.json)")
            #expect(yes.json["programme"] as? String == house.programme)
            #expect(try await house.audits(of: house.worker, "credential-query.answered") == 1)
            let linked = try await house.ask(gate.merging(["contractor": house.alias.description]) { $1 }, token)
            #expect(linked.json["verdict"] as? String == "yes", "\(linked.json)")
            let other = try await house.ask(gate.merging(["contractor": house.other.description]) { $1 }, token)
            #expect(other.json["verdict"] as? String == "no", "\(other.json)")
            let stranger = try await house.ask(
                [
                    "question": "gate", "workerSource": "/nowhere", "workerId": "nobody", "action": "deploy",
                    "assetClass": house.asset,
                ], token)
            #expect(stranger.json["verdict"] as? String == "unknown", "\(stranger.json)")
            let verify = try await house.ask(
                ["question": "verify", "credential": house.credential.description], token)
            #expect(verify.json["verdict"] as? String == "yes", "\(verify.json)")
            #expect((verify.json["checks"] as? [[String: Any]])?.count == 5)
            let screening = try await house.ask(
                ["question": "screening", "contractor": house.worker.description, "screening": house.asset], token)
            #expect(screening.json["remainingSteps"] as? [String] == ["identity"], "\(screening.json)")
            let wrong = try await house.ask(["question": "gate"], token)
            #expect(wrong.status == 400 && wrong.json["imsx_codeMajor"] as? String == "failure")
            #expect(try await house.ask(gate, nil).status == 401)
            #expect(try await house.ask(gate, "nonsense").status == 401)
            let workers = try await house.tokens()
            #expect(try await house.ask(gate, workers.access).status == 403)
        }
    }

    @Test("GOV-25: a system with leave, and the worker alone of all workers, has a credential's effects explained")
    func effects() async throws {
        try await SystemHouse.with { house in
            let path = "/credentials/\(house.credential)/effects"
            let told = try await house.get(path, try await house.ownToken())
            #expect(told.status == 200)
            let effects = told.json["effects"] as? [[String: Any]] ?? []
            #expect(effects.map { $0["kind"] as? String } == ["gate", "screening"])
            #expect(effects.allSatisfy { $0["inForce"] as? Bool == true })
            #expect(told.json["standing"] as? String == "valid")
            #expect((told.json["assessment"] as? [String: Any])?["score"] as? String == "72")
            #expect(try await house.audits(of: house.worker, "credential-effects.explained") == 1)
            func asked(by worker: Identifier) async throws -> Int {
                try await house.send(
                    "GET", path, ["Cookie": "\(WorkerDoor.cookie)=\(house.cookie(of: worker))"], nil
                ).status
            }
            #expect(try await asked(by: house.worker) == 200)
            #expect(try await asked(by: house.alias) == 200)
            #expect(try await asked(by: house.other) == 404)
            #expect(try await house.get(path, nil).status == 401)
            #expect(try await house.get(path, try await house.tokens().access).status == 403)
            #expect(
                try await house.get("/credentials/\(house.other)/effects", try await house.ownToken()).status == 404)
        }
    }

    @Test("CRD-29: while the database is away the answer is unknown, with status 503, and never a guess")
    func down() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let away = Database(
            DatabaseConfiguration(
                host: "127.0.0.1", port: 1, name: "none", user: "none", password: nil, poolSize: 1,
                applicationName: "guildhall-tests"), logger: logger)
        try await TestServer.run(
            routes: { QueryRoutes(commands: .closed, access: AccessCheck(database: away)).add(to: $0) }
        ) { port in
            let answer = try await SystemHouse.send(
                port, "POST", "/credential-queries", ["Authorization": "Bearer x"],
                "{\"question\":\"verify\",\"credential\":\"00000000-0000-0000-0000-000000000001\"}")
            #expect(answer.status == 503)
            #expect(answer.json["verdict"] as? String == "unknown", "\(answer.json)")
        }
        await away.close()
    }

    @Test("GOV-26: a worker's host reads the worker's credentials in pages, with the worker's leave, and nobody else's")
    func credentials() async throws {
        try await SystemHouse.with { house in
            let tokens = try await house.tokens()
            let path = "/ims/ob/v3p0/credentials"
            let page = try await house.get("\(path)?limit=1", tokens.access)
            #expect(page.status == 200)
            #expect(page.headers["x-total-count"] == "2")
            #expect(page.headers["link"]?.contains("offset=1") == true)
            let first = try #require((page.json["credential"] as? [[String: Any]])?.first)
            #expect(first["proof"] != nil)
            let rest = try await house.get("\(path)?limit=1&offset=1", tokens.access)
            let second = try #require((rest.json["credential"] as? [[String: Any]])?.first)
            let own = [house.credential, house.aliasCredential].map { "https://guildhall.example/credentials/\($0)" }
            #expect(Set([first["id"] as? String, second["id"] as? String]) == Set(own))
            let later = try await house.get("\(path)?since=2999-01-01T00:00:00Z", tokens.access)
            #expect(later.headers["x-total-count"] == "0")
            #expect((later.json["credential"] as? [Any])?.isEmpty == true)
            for wrong in ["?limit=0", "?offset=-1", "?since=yesterday", "?limit=1&limit=2"] {
                let answer = try await house.get(path + wrong, tokens.access)
                #expect(answer.status == 400 && answer.json["imsx_codeMajor"] as? String == "failure", "\(wrong)")
            }
            // The leave covers credentials alone.
            #expect(try await house.get("/ims/ob/v3p0/profile", tokens.access).status == 403)
            #expect(try await house.get(path, nil).status == 401)
            #expect(try await house.get(path, try await house.ownToken()).status == 403)
            let profile = try await house.tokens(scope: AccessScope.text([.credentials, .profile]))
            #expect(try await house.get("/ims/ob/v3p0/profile", profile.access).status == 200)
            let put = try await house.send("POST", path, ["Authorization": "Bearer \(tokens.access)"], "{}")
            #expect(put.status == 405 && put.json["imsx_codeMajor"] as? String == "unsupported")
            let discovery = try await house.get("/ims/ob/v3p0/discovery", nil)
            #expect(discovery.status == 200 && discovery.json["openapi"] as? String == "3.0.1")
            let metadata = try await house.get("/.well-known/oauth-authorization-server", nil)
            #expect(metadata.json["code_challenge_methods_supported"] as? [String] == ["S256"])
            // What was given an hour ago opens nothing any more.
            try await house.expire()
            #expect(try await house.get(path, tokens.access).status == 401)
        }
    }

    @Test("a code counts once, for its verifier, its address and its system; used again it ends all it led to")
    func codes() async throws {
        try await SystemHouse.with { house in
            let path = "/ims/ob/v3p0/credentials"
            let code = try await house.code()
            let tokens = try #require(try await house.exchange(code).tokens)
            #expect(try await house.get(path, tokens.access).status == 200)
            #expect(try await house.exchange(code).error == "invalid_grant")
            #expect(try await house.get(path, tokens.access).status == 401)
            #expect(try await house.refresh(tokens.refresh).error == "invalid_grant")
            #expect(try await house.audits(of: house.worker, "credential-access.revoked") == 1)
            #expect(
                try await house.exchange(try await house.code(), verifier: SystemHouse.verifier + "x").error
                    == "invalid_grant")
            #expect(
                try await house.exchange(try await house.code(), redirect: "https://host.example/other").error
                    == "invalid_grant")
            #expect(try await house.exchange(try await house.code(), secret: "wrong").error == "invalid_client")
            let stolen = try await house.code()
            #expect(try await house.exchange(stolen, client: house.queryClient).error == "invalid_grant")
            #expect(try await house.exchange(stolen).tokens != nil, "another's attempt uses nothing up")
            let late = try await house.code()
            try await house.expire()
            #expect(try await house.exchange(late).error == "invalid_grant")
        }
    }

    @Test("a refresh token turns; used a second time, all that the leave led to ends; given back, it ends too")
    func refreshing() async throws {
        try await SystemHouse.with { house in
            let path = "/ims/ob/v3p0/credentials"
            let first = try await house.tokens()
            let second = try #require(try await house.refresh(first.refresh).tokens)
            #expect(try await house.get(path, second.access).status == 200)
            #expect(try await house.refresh(first.refresh).error == "invalid_grant")
            #expect(try await house.get(path, second.access).status == 401)
            #expect(try await house.refresh(second.refresh).error == "invalid_grant")
            let third = try await house.tokens()
            #expect(try await house.revoke(third.refresh) == 200)
            #expect(try await house.get(path, third.access).status == 401)
            #expect(try await house.revoke("nonsense") == 200)
        }
    }

    @Test("GOV-03: a worker sees whom they let in, and ends it; nobody else can")
    func leave() async throws {
        try await SystemHouse.with { house in
            let tokens = try await house.tokens()
            let path = "/ims/ob/v3p0/credentials"
            #expect(try await house.get(path, tokens.access).status == 200)
            let (cookie, others) = (house.cookie(of: house.worker), house.cookie(of: house.other))
            let worker = try #require(try await house.session.worker(token: cookie))
            let leaves = try await house.database.run([Call(AccessStatements.leaves, [.uuid(house.alias)])])[0]
            let leave = try SystemLeave(row: try #require(leaves.first))
            #expect(leave.client == house.client && leave.name == "Host")
            let ending = "/me/systems/\(leave.family)"
            func end(_ cookie: String?, _ form: String) async throws -> Int {
                try await house.form(
                    ending, [("form", form)], cookie.map { ["Cookie": "\(WorkerDoor.cookie)=\($0)"] } ?? [:]
                ).status
            }
            #expect(try await end(nil, worker.formToken) == 403)
            #expect(try await end(cookie, "forged") == 403)
            // Another worker has no such leave, so nothing happens.
            let other = try #require(try await house.session.worker(token: others))
            #expect(try await end(others, other.formToken) == 303)
            #expect(try await house.get(path, tokens.access).status == 200)
            #expect(try await end(cookie, worker.formToken) == 303)
            #expect(try await house.get(path, tokens.access).status == 401)
            #expect(try await house.audits(of: house.worker, "credential-access.revoked") == 1)
            #expect(try await house.database.run([Call(AccessStatements.leaves, [.uuid(house.worker)])])[0].isEmpty)
        }
    }

    @Test("the worker alone decides: no session, a forged form or a no bring no code")
    func consent() async throws {
        try await SystemHouse.with { house in
            #expect(try await house.consentPage(cookie: nil).status == 401)
            #expect(try await house.consentPage(cookie: "forged").status == 401)
            let page = try await house.consentPage(cookie: house.cookie(of: house.worker))
            #expect(page.status == 200)
            #expect(page.headers["content-security-policy"]?.contains("https://host.example") == true)
            let text = String(decoding: page.body, as: UTF8.self)
            #expect(text.contains("see all your credentials"))
            let seal = try #require(SystemHouse.seal(in: text))
            // Another worker's browser cannot be made to send this form.
            let forged = try await house.decide("allow", seal: seal, cookie: house.cookie(of: house.other))
            #expect(forged.status == 400 && forged.headers["location"] == nil)
            let no = try await house.decide("deny", seal: seal, cookie: house.cookie(of: house.worker))
            #expect(no.status == 303)
            #expect(no.headers["location"]?.contains("error=access_denied") == true)
            #expect(no.headers["location"]?.contains("code=") == false)
            let yes = try await house.decide("allow", seal: seal, cookie: house.cookie(of: house.worker))
            #expect(yes.headers["location"]?.hasPrefix("https://host.example/callback?code=") == true)
            #expect(yes.headers["location"]?.contains("state=s%20t") == true)
            #expect(try await house.audits(of: house.worker, "credential-access.allowed") == 1)
            let kept = try await house.number(
                "SELECT count(*) FROM credentialing_code WHERE client = '\(house.client)' AND length(hash) = 32")
            #expect(kept == 1)
        }
    }
}

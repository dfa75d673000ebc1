import Contracts
import Database
import Foundation
import Messaging
import TestKit
import Testing

@testable import CredentialingService

@Suite("CRD-02: the public addresses", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct PublicPageServerTests {
    @Test("a credential with its entity tag, its status, the keys, and a plain answer about what there is not")
    func addresses() async throws {
        try await MigratedDatabase.withDatabase { database in
            var world = try CredentialingWorld(now: "2014-04-01")
            try world.tell(.made(Int.random(in: 1_000_000...Int.max)))
            let id = try #require(world.credentials.keys.first)
            _ = try await database.run(
                world.last.writes + [
                    Call(
                        Statement(
                            "INSERT INTO credentialing_share (credential, shared, shared_since) VALUES ($1, true, now())"
                        ),
                        [.uuid(id)])
                ])
            let page = PublicPage(
                database: database, issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault)
            let key = world.signer.keys.embeddedID
            let result: Result<Void, any Error>
            do {
                result = .success(try await TestServer.run(page) { try await ask($0, about: id, key) })
            } catch {
                result = .failure(error)
            }
            for table in [
                "credentialing_credential WHERE id", "credentialing_status_entry WHERE credential",
                "credentialing_share WHERE credential",
            ] {
                _ = try await database.run([Call(Statement("DELETE FROM \(table) = $1::uuid"), [.uuid(id)])])
            }
            try result.get()
        }
    }

    private func ask(_ port: Int, about id: Identifier, _ key: String) async throws {
        let credential = try await TestServer.get(port, "/credentials/\(id)", ["Accept": "*/*"])
        #expect(credential.status == 200)
        #expect(credential.headers["content-type"] == "application/vc")
        let document = try JSONSerialization.jsonObject(with: credential.body) as? [String: Any]
        #expect(document?["id"] as? String == "https://guildhall.example/credentials/\(id)")
        #expect((document?["proof"] as? [String: Any])?["cryptosuite"] as? String == "eddsa-rdfc-2022")
        let tag = try #require(credential.headers["etag"])
        let again = try await TestServer.get(port, "/credentials/\(id)", ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        let status = try await TestServer.get(port, "/credentials/\(id)/status")
        #expect(String(decoding: status.body, as: UTF8.self).contains("\"status\":\"lapsed\""))
        #expect(status.headers["cache-control"] == "no-store")
        for unknown in ["/credentials/nothing", "/credentials/00000000-0000-0000-0000-000000000000/status"] {
            let answer = try await TestServer.get(port, unknown, ["Accept": "application/json"])
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
        let token = try await TestServer.get(port, "/credentials/\(id)", ["Accept": "application/vc+jwt"])
        #expect(token.headers["content-type"] == "application/vc+jwt")
        #expect(String(decoding: token.body, as: UTF8.self).split(separator: ".").count == 3)
    }
}

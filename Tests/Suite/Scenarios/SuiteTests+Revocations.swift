import Contracts
import Database
import Foundation
import OpenBadges
import Testing

extension SuiteTests {
    @Test(
        "CRD-07, CRD-11: a thousand credentials issued and revoked at once by two instances: each once, each with a bit",
        .timeLimit(.minutes(5)))
    func revocations() async throws {
        try await SuiteHouse.with("revocations") { house in
            let sample = try await house.publishedSample(people: 1500, seed: 31)
            let count = Int64(sample.awards.count)
            #expect(count >= 1000)
            let other = try house.port(of: .credentialing) + 50
            let replica = try await house.startReplica(of: .credentialing, port: other)
            async let sending: Void = house.importing(sample)
            // Whatever is issued is asked to be revoked at once, while the next ones are issued.
            try await eventually(within: .seconds(120), "\(count) credentials are issued and revoked") {
                try await house.revokeAll()
                return try await house.number("SELECT count(*) FROM credentialing_credential WHERE condition <> ''")
                    >= count
            }
            try await sending
            try await house.drain()

            let issued = try await house.number("SELECT count(*) FROM credentialing_credential")
            #expect(
                try await house.number("SELECT count(*) FROM credentialing_audit WHERE decision = 'credential.issued'")
                    == issued)
            let revoked = try await house.number(
                "SELECT count(*) FROM credentialing_credential WHERE status = 'revoked'")
            #expect(revoked == issued)
            let granted = try await house.number("SELECT count(*) FROM credentialing_request WHERE answer = 'granted'")
            let asked = try await house.number("SELECT count(*) FROM credentialing_request")
            #expect(granted == asked)
            #expect(try await house.number("SELECT count(*) FROM credentialing_status_entry") == issued)
            #expect(
                try await house.number("SELECT count(DISTINCT credential) FROM credentialing_status_entry") == issued)
            try await eventually(within: .seconds(20), "every bit is published") {
                try await house.number(
                    "SELECT count(*) FROM credentialing_status_entry WHERE set_at IS NULL OR NOT published") == 0
            }
            #expect(try await house.publishedBits() == issued)
            house.say("\(issued) credentials issued and revoked by two instances")
            #expect(try await replica.stop() == 0)
        }
    }
}

extension SuiteHouse {
    private static let toRevoke = Statement(
        """
        SELECT c.id, c.contractor FROM credentialing_credential c
        WHERE c.status <> 'revoked' AND NOT EXISTS (SELECT FROM credentialing_request r WHERE r.credential = c.id)
        """)
    private static let revoke = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request
                (id, credential, kind, condition, reason, requested_by, requested_at)
            SELECT id, credential, 'revoke', 'not-own-work', 'a test', 'a person', guildhall_now()
            FROM unnest($1::uuid[], $2::uuid[]) v (id, credential))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        SELECT id, 'credential-request', guildhall_now(), contractor, partition
        FROM unnest($1::uuid[], $3::uuid[], $4::int4[]) v (id, contractor, partition)
        """)

    /// Asks for the revocation of every credential for which nobody has asked yet.
    fileprivate func revokeAll() async throws {
        let rows = try await owner.run([Call(SuiteHouse.toRevoke)])[0]
        let credentials = try rows.map { try $0.identifier(0) }
        let contractors = try rows.map { try $0.identifier(1) }
        _ = try await owner.run([
            Call(
                SuiteHouse.revoke,
                [
                    .uuids(credentials.map { .derived("revocation", $0.description) }), .uuids(credentials),
                    .uuids(contractors), .int4s(contractors.map { Int32(Partition(of: $0).number) }),
                ])
        ])
    }

    /// How many bits are set in the lists that strangers read.
    fileprivate func publishedBits() async throws -> Int64 {
        struct List: Decodable {
            struct Subject: Decodable { var encodedList: String }
            var credentialSubject: Subject
        }
        var count: Int64 = 0
        for number in try await lines("SELECT number::text FROM credentialing_status_list") {
            let answer = try await get("/status/\(number)", atPort: try port(of: .credentialing))
            let list = try JSONDecoder().decode(List.self, from: answer.body)
            let bits = try Bitstring(encoded: list.credentialSubject.encodedList)
            count += Int64(bits.bytes.reduce(0) { $0 + $1.nonzeroBitCount })
        }
        return count
    }
}

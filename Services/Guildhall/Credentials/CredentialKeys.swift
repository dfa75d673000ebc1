import ArgumentParser
import Contracts
import Database
import Foundation
import OpenBadges
import ServiceRuntime

/// The keys that sign credentials, as an operator deals with them.
struct CredentialKeys: Sendable {
    /// A key as it is listed.
    struct Entry: Encodable, Sendable {
        var id: String
        var algorithm: String
        var state: String
        var since: String
    }

    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The vault under the key file that the settings name.
    static func vault(_ context: OperatorContext) throws -> KeyVault {
        guard let path = context.settings.keys.credentialSigning else {
            throw ValidationError(
                "Name the key file: keys.credential-signing, or GUILDHALL_KEYS_CREDENTIAL_SIGNING in the environment.")
        }
        do {
            return KeyVault(master: try KeyFiles.read(path))
        } catch {
            throw ValidationError("keys.credential-signing: \(error)")
        }
    }

    private static let all = Statement(
        """
        SELECT id, algorithm, state, to_char(state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        FROM credentialing_key ORDER BY state <> 'active', created_at DESC, id
        """)
    private static let retire = Statement(
        """
        UPDATE credentialing_key SET state = 'retired', state_since = guildhall_now()
        WHERE algorithm = $1 AND state = 'active'
        """)
    private static let insert = Statement(
        """
        INSERT INTO credentialing_key (id, algorithm, state, public_key, sealed_secret, created_at, state_since)
        VALUES ($1, $2, $3, $4::bytea, $5::bytea, guildhall_now(), guildhall_now())
        ON CONFLICT (id) DO NOTHING
        """)
    private static let condemn = Statement(
        """
        UPDATE credentialing_key SET state = 'compromised', sealed_secret = NULL, state_since = guildhall_now()
        WHERE id = $1 AND state <> 'compromised'
        RETURNING algorithm
        """)
    private static let anyActive = Statement(
        "SELECT count(*) FROM credentialing_key WHERE algorithm = $1 AND state = 'active'")
    private static let credentials = Statement(
        "SELECT id, contractor FROM credentialing_credential WHERE id > $1::uuid ORDER BY id LIMIT 1000")
    private static let ask = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request (id, credential, kind, requested_by, requested_at)
            SELECT v.id, v.credential, 'sign-again', 'guildhall', guildhall_now()
            FROM unnest($1::uuid[], $2::uuid[]) v (id, credential))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        SELECT v.id, 'credential-request', guildhall_now(), v.contractor, v.partition
        FROM unnest($1::uuid[], $3::uuid[], $4::int4[]) v (id, contractor, partition)
        """)

    /// Every key, those that sign first.
    func list() async throws -> [Entry] {
        try await database.run([Call(CredentialKeys.all)])[0].map {
            Entry(id: try $0.text(0), algorithm: try $0.text(1), state: try $0.text(2), since: try $0.text(3))
        }
    }

    /// Makes a new key that signs, and retires the one that did.
    func replace(_ algorithm: KeyAlgorithm, _ vault: KeyVault) async throws -> Entry {
        let (id, call) = try made(algorithm, vault)
        _ = try await database.run(
            try first(algorithm, vault, state: .retired)
                + [Call(CredentialKeys.retire, [.text(algorithm.rawValue)]), call])
        return Entry(id: id, algorithm: algorithm.rawValue, state: KeyState.active.rawValue, since: "now")
    }

    /// Condemns a key; if it was one that signs, a new one takes its place in the same transaction.
    func condemn(_ id: String, _ vault: KeyVault) async throws {
        try await database.transaction { transaction in
            for algorithm in KeyAlgorithm.allCases {
                let held = try await transaction.run([Call(CredentialKeys.anyActive, [.text(algorithm.rawValue)])])
                if try held[0][0].int64(0) == 0 {
                    _ = try await transaction.run(try first(algorithm, vault, state: .active))
                }
            }
            let condemned = try await transaction.run([Call(CredentialKeys.condemn, [.text(id)])])[0]
            guard let word = try condemned.first?.text(0), let algorithm = KeyAlgorithm(rawValue: word) else {
                throw ValidationError("No key that is not compromised yet has the id \(id).")
            }
            let left = try await transaction.run([Call(CredentialKeys.anyActive, [.text(word)])])
            if try left[0][0].int64(0) == 0 { _ = try await transaction.run([try made(algorithm, vault).call]) }
            _ = try await transaction.finish([])
        }
    }

    /// Asks for a new signature of every credential; returns how many there are.
    func askForSignatures() async throws -> Int {
        var count = 0
        var last = Identifier(high: 0, low: 0)
        var random = SystemRandomNumberGenerator()
        while true {
            let rows = try await database.run([Call(CredentialKeys.credentials, [.uuid(last)])])[0]
            guard !rows.isEmpty else { return count }
            let ids = try rows.map { try $0.identifier(0) }
            let contractors = try rows.map { try $0.identifier(1) }
            let moment = Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
            _ = try await database.run([
                Call(
                    CredentialKeys.ask,
                    [
                        .uuids(ids.map { _ in Identifier.v7(at: moment, random: &random) }), .uuids(ids),
                        .uuids(contractors), .int4s(contractors.map { Int32(Partition(of: $0).number) }),
                    ])
            ])
            count += ids.count
            last = ids[ids.count - 1]
        }
    }

    private func made(_ algorithm: KeyAlgorithm, _ vault: KeyVault) throws -> (id: String, call: Call) {
        try record(algorithm.newSecret(), algorithm, vault, .active)
    }

    /// Records the first key of an algorithm, which signs before any is on record.
    private func first(_ algorithm: KeyAlgorithm, _ vault: KeyVault, state: KeyState) throws -> [Call] {
        [try record(vault.firstSecret(algorithm), algorithm, vault, state).call]
    }

    private func record(
        _ secret: [UInt8], _ algorithm: KeyAlgorithm, _ vault: KeyVault, _ state: KeyState
    ) throws -> (id: String, call: Call) {
        let (id, publicKey) = try algorithm.identity(of: secret)
        let sealed = try vault.seal(secret, of: id, algorithm)
        return (
            id,
            Call(
                CredentialKeys.insert,
                [
                    .text(id), .text(algorithm.rawValue), .text(state.rawValue), .bytea(publicKey), .bytea(sealed),
                ])
        )
    }
}

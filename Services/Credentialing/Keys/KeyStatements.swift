import Contracts
import Database
import OpenBadges

/// The SQL of keys.
enum KeyStatements {
    /// The keys that sign.
    static let active = Statement(
        "SELECT id, algorithm, sealed_secret FROM credentialing_key WHERE state = 'active'")

    /// Every key, the newest first, with its state.
    static let published = Statement(
        """
        SELECT id, algorithm, state, public_key FROM credentialing_key
        ORDER BY state <> 'active', created_at DESC, id
        """)

    /// The first keys, unless some are there.
    static let begin = Statement(
        """
        INSERT INTO credentialing_key (id, algorithm, state, public_key, sealed_secret, created_at, state_since)
        SELECT k.id, k.algorithm, 'active', k.public_key, k.sealed_secret, guildhall_now(), guildhall_now()
        FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) k (id, algorithm, public_key, sealed_secret)
        WHERE NOT EXISTS (SELECT FROM credentialing_key h WHERE h.algorithm = k.algorithm)
        ON CONFLICT DO NOTHING
        """)

    /// Every statement, for the test that prepares them.
    static let all = [active, published, begin]

    /// Records the first keys, which every process derives alike.
    static func begin(_ vault: KeyVault) throws -> Call {
        let keys = try KeyAlgorithm.allCases.map { algorithm in
            let secret = vault.firstSecret(algorithm)
            let (id, publicKey) = try algorithm.identity(of: secret)
            return (id, algorithm.rawValue, publicKey, try vault.seal(secret, of: id, algorithm))
        }
        return Call(
            begin, [.texts(keys.map(\.0)), .texts(keys.map(\.1)), .byteas(keys.map(\.2)), .byteas(keys.map(\.3))])
    }
}

extension PublishedKey {
    /// A key from a row of ``KeyStatements/published``; nil when a newer version wrote it.
    init?(row: Row) throws {
        guard let algorithm = KeyAlgorithm(rawValue: try row.text(1)), let state = KeyState(rawValue: try row.text(2))
        else { return nil }
        self.init(id: try row.text(0), algorithm: algorithm, state: state, publicKey: try row.bytes(3))
    }
}

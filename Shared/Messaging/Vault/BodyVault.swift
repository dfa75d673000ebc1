import Contracts
import Crypto
import Database
import Foundation
import Synchronization

/// Seals kept bodies with a key per contractor or source, so that destroying the key makes them unreadable.
///
/// AES-256-GCM; the keys lie in the database sealed with the key-encrypting key of the configuration, so that neither
/// the database nor the configuration alone opens anything.
public final class BodyVault: Sendable {
    private let database: Database
    private let master: SymmetricKey
    private let chance: Chance
    private let find: Statement
    private let make: Statement
    private let cache = Mutex<[String: SymmetricKey]>([:])

    /// Keys kept in memory; beyond it the cache starts anew.
    private static let cacheLimit = 10_000

    /// A vault over a service's table of keys.
    ///
    /// - Parameters:
    ///   - masterKey: 32 bytes.
    ///   - chance: draws keys and nonces.
    public init(service: ServiceName, database: Database, masterKey: [UInt8], chance: Chance = Chance()) {
        self.chance = chance
        self.database = database
        master = SymmetricKey(data: masterKey)
        let s = service.rawValue
        find = Statement("SELECT sealed_key FROM \(s)_body_key WHERE scope = $1")
        make = Statement(
            """
            INSERT INTO \(s)_body_key (scope, sealed_key, made_at) VALUES ($1, $2, guildhall_now())
            ON CONFLICT DO NOTHING
            """)
    }

    /// The body sealed with the key of a scope, which is made at first use.
    public func sealed(_ body: [UInt8], scope: String) async throws -> [UInt8] {
        let key = try await key(of: scope)
        return try box(body, key)
    }

    /// The body that was sealed, or nil when its key was destroyed.
    public func opened(_ sealed: [UInt8], scope: String) async throws -> [UInt8]? {
        guard let row = try await database.run([Call(find, [.text(scope)])])[0].first else { return nil }
        let key = try unwrap(try row.bytes(0))
        return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key))
    }

    private func key(of scope: String) async throws -> SymmetricKey {
        if let known = cache.withLock({ $0[scope] }) { return known }
        let wrapped = try box(chance.bytes(32), master)
        let rows = try await database.run([
            Call(make, [.text(scope), .bytea(wrapped)]), Call(find, [.text(scope)]),
        ])
        let key = try unwrap(try rows[1][0].bytes(0))
        cache.withLock {
            if $0.count >= BodyVault.cacheLimit { $0 = [:] }
            $0[scope] = key
        }
        return key
    }

    private func box(_ content: [UInt8], _ key: SymmetricKey) throws -> [UInt8] {
        let nonce = try AES.GCM.Nonce(data: chance.bytes(12))
        guard let box = try AES.GCM.seal(content, using: key, nonce: nonce).combined else { throw VaultError.sealing }
        return Array(box)
    }

    private func unwrap(_ wrapped: [UInt8]) throws -> SymmetricKey {
        SymmetricKey(data: try AES.GCM.open(AES.GCM.SealedBox(combined: wrapped), using: master))
    }
}

/// What can go wrong with a vault beside the database and a wrong key.
enum VaultError: Error {
    /// The cipher gave no combined box, which it always does for its standard nonce.
    case sealing
}

import Crypto
import Database
import OpenBadges

/// The keys that sign at this moment.
struct KeyRing: Sendable {
    /// Signs embedded proofs.
    let embedded: Curve25519.Signing.PrivateKey
    /// The id of the key of embedded proofs.
    let embeddedID: String
    /// Signs tokens.
    let token: P256.Signing.PrivateKey
    /// The id of the key of tokens.
    let tokenID: String

    /// The keys of two secrets.
    init(embedded: [UInt8], token: [UInt8]) throws {
        self.embedded = try Curve25519.Signing.PrivateKey(rawRepresentation: embedded)
        self.token = try P256.Signing.PrivateKey(rawRepresentation: token)
        embeddedID = try KeyAlgorithm.ed25519.identity(of: embedded).id
        tokenID = try KeyAlgorithm.p256.identity(of: token).id
    }

    /// The active keys of ``KeyStatements/active``; where a key was never turned, the first one.
    init(_ rows: Rows, _ vault: KeyVault) throws {
        var secrets = Dictionary(uniqueKeysWithValues: KeyAlgorithm.allCases.map { ($0, vault.firstSecret($0)) })
        for row in rows {
            let id = try row.text(0)
            guard let algorithm = KeyAlgorithm(rawValue: try row.text(1)) else { continue }
            secrets[algorithm] = try vault.open(try row.bytes(2), of: id, algorithm)
        }
        try self.init(embedded: secrets[.ed25519] ?? [], token: secrets[.p256] ?? [])
    }
}

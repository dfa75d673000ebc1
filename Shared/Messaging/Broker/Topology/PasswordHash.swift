import Crypto
import Foundation

/// A salted SHA-256 hash of a password, in RabbitMQ's form `rabbit_password_hashing_sha256`.
public struct PasswordHash: Hashable, Sendable {
    /// Base64 of the salt and the hash.
    public let encoded: String

    /// The hash of a password under a fresh salt.
    public init(of password: String) {
        var generator = SystemRandomNumberGenerator()
        self.init(of: password, salt: UInt32.random(in: .min ... .max, using: &generator))
    }

    /// The hash of a password under a given salt; the broker's salts have four bytes.
    public init(of password: String, salt: UInt32) {
        let salt = withUnsafeBytes(of: salt.bigEndian) { Array($0) }
        let hash = SHA256.hash(data: salt + Array(password.utf8))
        encoded = Data(salt + Array(hash)).base64EncodedString()
    }
}

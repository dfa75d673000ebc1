import Crypto
import Foundation

/// Seals the secrets of signing keys, so that a database alone signs nothing.
public struct KeyVault: Sendable {
    private let master: [UInt8]
    private let wrapping: SymmetricKey

    /// A vault under a key of 32 bytes that is kept elsewhere.
    public init(master: [UInt8]) {
        self.master = master
        wrapping = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: master), info: Data("guildhall credential keys/1".utf8),
            outputByteCount: 32)
    }

    /// A secret as it may be kept: AES-GCM, bound to the key's id and algorithm.
    public func seal(_ secret: [UInt8], of id: String, _ algorithm: KeyAlgorithm) throws -> [UInt8] {
        let box = try AES.GCM.seal(secret, using: wrapping, authenticating: Data("\(algorithm.rawValue) \(id)".utf8))
        guard let combined = box.combined else { throw OpenBadgeError("key", "the secret of \(id) cannot be sealed") }
        return Array(combined)
    }

    /// A kept secret.
    public func open(_ sealed: [UInt8], of id: String, _ algorithm: KeyAlgorithm) throws -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(
                try AES.GCM.open(box, using: wrapping, authenticating: Data("\(algorithm.rawValue) \(id)".utf8)))
        } catch {
            throw OpenBadgeError("key", "the secret of \(id) was sealed under another key, or altered")
        }
    }

    /// The secret of the first key of an algorithm, the same in every process that holds the master key.
    ///
    /// The Ed25519 key is the master key itself, which signed before there was a vault; so what it signed stays good.
    public func firstSecret(_ algorithm: KeyAlgorithm) -> [UInt8] {
        switch algorithm {
        case .ed25519: master
        case .p256: derived("guildhall first P-256 key/1")
        }
    }

    /// Another secret of 32 bytes for a purpose of its own.
    public func derived(_ purpose: String) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: master), info: Data(purpose.utf8), outputByteCount: 32)
        return key.withUnsafeBytes(Array.init)
    }
}

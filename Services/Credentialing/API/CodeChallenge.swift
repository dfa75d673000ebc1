import Crypto
import Foundation
import OpenBadges

/// Proof Key for Code Exchange (RFC 7636), by SHA-256 alone.
enum CodeChallenge {
    /// Whether a text can be a challenge: 32 bytes in base 64 for addresses.
    static func isWellFormed(_ challenge: String) -> Bool {
        Base64URL.decode(challenge)?.count == 32
    }

    /// Whether a verifier is the one that a challenge was made of.
    static func matches(_ verifier: String, _ challenge: String) -> Bool {
        let isPlain = verifier.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                true
            default: false
            }
        }
        guard isPlain, (43...128).contains(verifier.utf8.count) else { return false }
        return Base64URL.encode(SHA256.hash(data: Data(verifier.utf8))) == challenge
    }
}

import Contracts
import Crypto
import Foundation

/// A signed personal link: what leads a worker to a page of their own without a password.
///
/// The token says whose it is, until when it holds and which version it has; whoever withdraws a person's links raises
/// the version. It is as good as a password, so it is kept out of logs, and it is compared in constant time.
public struct PersonalLink: Hashable, Sendable {
    private static let claimLength = 32

    /// Whose page it leads to.
    public let subject: Identifier
    /// Until when it holds.
    public let expires: Timestamp
    /// The version that the person's links must have.
    public let version: Int64

    /// A link that is yet to be signed.
    public init(subject: Identifier, expires: Timestamp, version: Int64) {
        self.subject = subject
        self.expires = expires
        self.version = version
    }

    /// Reads a token; nil when it was not signed with this key, whatever it says.
    public init?(token: String, key: [UInt8]) {
        guard let bytes = PersonalLink.bytes(token), bytes.count == PersonalLink.claimLength + SHA256.byteCount else {
            return nil
        }
        let claims = bytes.prefix(PersonalLink.claimLength)
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                bytes.dropFirst(PersonalLink.claimLength), authenticating: claims, using: SymmetricKey(data: key))
        else { return nil }
        func word(_ index: Int) -> UInt64 { claims[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(
            subject: Identifier(high: word(0), low: word(1)),
            expires: Timestamp(microseconds: Int64(bitPattern: word(2))), version: Int64(bitPattern: word(3)))
    }

    /// The token, in letters that an address may hold.
    public func token(key: [UInt8]) -> String {
        let words = [
            subject.high, subject.low, UInt64(bitPattern: expires.microseconds), UInt64(bitPattern: version),
        ]
        let claims = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
        let code = HMAC<SHA256>.authenticationCode(for: claims, using: SymmetricKey(data: key))
        return Data(claims + Array(code)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func bytes(_ token: String) -> [UInt8]? {
        guard token.utf8.count < 128 else { return nil }
        let padding = String(repeating: "=", count: (4 - token.utf8.count % 4) % 4)
        let standard = token.replacing("-", with: "+").replacing("_", with: "/") + padding
        return Data(base64Encoded: standard).map(Array.init)
    }
}

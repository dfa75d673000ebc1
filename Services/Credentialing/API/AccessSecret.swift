import Crypto
import Foundation
import OpenBadges

/// A secret of 256 bits that is told once and kept as its SHA-256.
struct AccessSecret: Sendable {
    /// As it is told.
    let text: String

    /// A fresh one.
    init() {
        text = SymmetricKey(size: .bits256).withUnsafeBytes { Base64URL.encode(Array($0)) }
    }

    /// One that somebody presents.
    init(_ text: String) {
        self.text = text
    }

    /// As it is kept.
    var hash: [UInt8] {
        Array(SHA256.hash(data: Data(text.utf8)))
    }
}

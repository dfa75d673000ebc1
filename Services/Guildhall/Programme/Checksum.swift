import Crypto
import Foundation

/// SHA-256 for people and tables.
enum Checksum {
    /// The checksum of a text's UTF-8, as 64 hexadecimal digits.
    static func hexadecimal(of text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

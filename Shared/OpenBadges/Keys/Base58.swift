/// The base 58 of Bitcoin, which multibase writes behind a `z`: no 0, O, I or l.
public enum Base58 {
    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let values: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt32($0.offset)) })

    /// The text of bytes; every leading zero byte is a leading `1`.
    public static func encode(_ bytes: [UInt8]) -> String {
        let zeros = bytes.prefix { $0 == 0 }.count
        let digits = convert(bytes.dropFirst(zeros).lazy.map(UInt32.init), from: 256, to: 58)
        let text = repeatElement(alphabet[0], count: zeros) + digits.reversed().map { alphabet[Int($0)] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil when a character is not of the alphabet.
    public static func decode(_ text: String) -> [UInt8]? {
        var digits: [UInt32] = []
        for character in text.utf8 {
            guard let value = values[character] else { return nil }
            digits.append(value)
        }
        let zeros = digits.prefix { $0 == 0 }.count
        let bytes = convert(digits.dropFirst(zeros), from: 58, to: 256)
        return [UInt8](repeating: 0, count: zeros) + bytes.reversed().map { UInt8($0) }
    }

    /// The digits of a number in another base, the least one first.
    private static func convert(_ digits: some Sequence<UInt32>, from: UInt32, to base: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        for digit in digits {
            var carry = digit
            for index in result.indices {
                carry += result[index] * from
                result[index] = carry % base
                carry /= base
            }
            while carry > 0 {
                result.append(carry % base)
                carry /= base
            }
        }
        return result
    }
}

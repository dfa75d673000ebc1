import CZlib

/// The bits of a status list: bit 0 is the left-most of the first byte.
public struct Bitstring: Hashable, Sendable {
    /// The least number of bits, so that one holder hides among many.
    public static let minimum = 131_072
    /// The most bits that are read of a foreign list.
    private static let greatest = 1 << 26

    /// The bytes.
    public private(set) var bytes: [UInt8]

    /// A list of so many bits, all zero.
    public init(count: Int = minimum) {
        bytes = [UInt8](repeating: 0, count: (count + 7) / 8)
    }

    /// The number of bits.
    public var count: Int {
        bytes.count * 8
    }

    /// A bit.
    public subscript(index: Int) -> Bool {
        get { bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0 }
        set {
            let mask: UInt8 = 0x80 >> UInt8(index % 8)
            bytes[index / 8] = newValue ? bytes[index / 8] | mask : bytes[index / 8] & ~mask
        }
    }

    /// The list as it stands in a status list credential: gzip in base 64 for addresses, behind a `u`.
    public func encoded() throws -> String {
        var out = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1024)
        let written = gh_gzip(bytes, UInt(bytes.count), &out, UInt(out.count))
        guard written > 0 else { throw OpenBadgeError("compression", "the list cannot be compressed") }
        return "u" + Base64URL.encode(out.prefix(written))
    }

    /// The list of a status list credential.
    public init(encoded text: String) throws {
        guard text.utf8.first == UInt8(ascii: "u"), let packed = Base64URL.decode(String(text.dropFirst())) else {
            throw OpenBadgeError("status list", "the list is not base 64 for addresses behind a u")
        }
        var room = max(Bitstring.minimum / 8, packed.count * 4)
        while room <= Bitstring.greatest / 8 {
            var out = [UInt8](repeating: 0, count: room + 1)
            let written = gh_gunzip(packed, UInt(packed.count), &out, UInt(out.count))
            if written >= 0 {
                bytes = Array(out.prefix(written))
                return
            }
            guard written == -2 else { throw OpenBadgeError("status list", "the list is not gzip") }
            room *= 4
        }
        throw OpenBadgeError("status list", "the list is longer than \(Bitstring.greatest) bits")
    }
}

/// The digits of base 16.
enum Hexadecimal {
    /// What a digit of either case stands for.
    @inline(__always)
    static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The digit of a value from 0 to 15, in lower case.
    @inline(__always)
    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Eight digits, the first in the highest byte, of a value of 32 bits.
    @inline(__always)
    static func digits(of value: UInt64) -> UInt64 {
        var nibbles = (value << 16 | value) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles << 8 | nibbles) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles << 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = ((nibbles &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
        return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 39
    }

    /// What eight digits of either case stand for, the first in the highest byte; nil when one of them is none.
    ///
    /// A byte is a digit if writing what it would stand for gives it back, its case aside.
    @inline(__always)
    static func value(of digits: UInt64) -> UInt64? {
        let isLetter = digits & 0x4040_4040_4040_4040
        var value = (digits & 0x0F0F_0F0F_0F0F_0F0F &+ (isLetter >> 6) &* 9) & 0x0F0F_0F0F_0F0F_0F0F
        value = (value >> 4 | value) & 0x00FF_00FF_00FF_00FF
        value = (value >> 8 | value) & 0x0000_FFFF_0000_FFFF
        value = (value >> 16 | value) & 0xFFFF_FFFF
        return Hexadecimal.digits(of: value) == digits | isLetter >> 1 ? value : nil
    }
}

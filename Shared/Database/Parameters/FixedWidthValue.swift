import Contracts

/// A value whose binary format always takes the same number of bytes.
protocol FixedWidthValue {
    /// How many bytes.
    static var width: Int { get }
    /// Writes `width` bytes at an address, which need not be aligned.
    func store(into address: UnsafeMutableRawPointer)
}

extension Identifier: FixedWidthValue {
    static var width: Int { 16 }
    func store(into address: UnsafeMutableRawPointer) {
        address.storeBytes(of: high.bigEndian, as: UInt64.self)
        address.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }
}

extension Int64: FixedWidthValue {
    static var width: Int { 8 }
    func store(into address: UnsafeMutableRawPointer) {
        address.storeBytes(of: bigEndian, as: Int64.self)
    }
}

extension Int32: FixedWidthValue {
    static var width: Int { 4 }
    func store(into address: UnsafeMutableRawPointer) {
        address.storeBytes(of: bigEndian, as: Int32.self)
    }
}

extension Bool: FixedWidthValue {
    static var width: Int { 1 }
    func store(into address: UnsafeMutableRawPointer) {
        address.storeBytes(of: self ? 1 : 0, as: UInt8.self)
    }
}

extension Timestamp: FixedWidthValue {
    static var width: Int { 8 }
    func store(into address: UnsafeMutableRawPointer) {
        let (difference, overflow) = microseconds.subtractingReportingOverflow(Epoch.microseconds)
        // The least value would mean -infinity; the one above it is out of range, which the server says.
        (overflow ? Int64.min + 1 : difference).store(into: address)
    }
}

extension Day: FixedWidthValue {
    static var width: Int { 4 }
    func store(into address: UnsafeMutableRawPointer) {
        let (difference, overflow) = number.subtractingReportingOverflow(Epoch.days)
        (overflow ? Int32.min + 1 : difference).store(into: address)
    }
}

/// PostgreSQL counts from 2000-01-01.
enum Epoch {
    static let microseconds: Int64 = 946_684_800_000_000
    static let days: Int32 = 10957
}

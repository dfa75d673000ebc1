import Foundation

/// Finds a contract by the bytes of its name without making a string.
///
/// Open addressing over a hash of the name's length, of eight bytes behind `guildhall.` and of the last eight. Works on
/// the caller's pointer, which outlives the call; every read is guarded by the name's length.
struct ContractTable: Sendable {
    private static let slots = 256
    private var places = [Int16](repeating: -1, count: slots)
    private var names: [[UInt8]] = []
    private let contracts: [Contract]

    /// A table of contracts.
    init(_ contracts: [Contract]) {
        self.contracts = contracts
        for (number, contract) in contracts.enumerated() {
            let name = Array(contract.type.name.utf8)
            var slot = name.withUnsafeBytes { ContractTable.slot(of: $0) }
            while places[slot] >= 0 { slot = (slot + 1) % ContractTable.slots }
            places[slot] = Int16(number)
            names.append(name)
        }
    }

    /// The contract of a name.
    func find(_ name: UnsafeRawBufferPointer) -> Contract? {
        guard name.count >= 18, let start = name.baseAddress else { return nil }
        var slot = ContractTable.slot(of: name)
        while places[slot] >= 0 {
            let number = Int(places[slot])
            let candidate = names[number]
            if candidate.count == name.count,
                candidate.withUnsafeBytes({ bytes in bytes.baseAddress.map { memcmp($0, start, name.count) } }) == 0
            {
                return contracts[number]
            }
            slot = (slot + 1) % ContractTable.slots
        }
        return nil
    }

    private static func slot(of name: UnsafeRawBufferPointer) -> Int {
        guard name.count >= 18 else { return 0 }
        let head = name.loadUnaligned(fromByteOffset: 10, as: UInt64.self)
        let tail = name.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
        let mixed = (head ^ (tail &* 31) ^ UInt64(name.count)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 56)
    }
}

extension Catalogue {
    /// The contracts by name.
    static let table = ContractTable(all)
}

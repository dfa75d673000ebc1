import Contracts

@testable import Database

extension Call {
    /// The ids of the messages that an insertion into inbox or intake names.
    var poisonable: [Identifier] {
        guard let first = parameters.first else { return [] }
        if first.type == .uuidArray {
            return Call.elements(first).compactMap { $0.count == 16 ? Identifier(bytes: $0) : nil }
        }
        guard parameters.count > 1, first.type == .textArray else { return [] }
        return zip(Call.elements(first), Call.elements(parameters[1])).map {
            .derived("message", String(decoding: $0, as: UTF8.self), String(decoding: $1, as: UTF8.self))
        }
    }

    /// The elements of a one-dimensional array in PostgreSQL's binary format, nulls left out.
    private static func elements(_ parameter: Parameter) -> [[UInt8]] {
        guard let bytes = parameter.bytes, bytes.count > 20 else { return [] }
        func integer(_ position: Int) -> Int {
            Int(Int32(bitPattern: bytes[position..<position + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
        }
        var found: [[UInt8]] = []
        var position = 20
        for _ in 0..<integer(12) {
            let length = integer(position)
            position += 4
            if length < 0 { continue }
            found.append(Array(bytes[position..<position + length]))
            position += length
        }
        return found
    }
}

extension Identifier {
    /// The identifier of sixteen bytes.
    fileprivate init(bytes: [UInt8]) {
        func half(_ slice: ArraySlice<UInt8>) -> UInt64 { slice.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(high: half(bytes[0..<8]), low: half(bytes[8..<16]))
    }
}

/// A value whose binary format is its bytes.
protocol VariableWidthValue {
    /// How many bytes there are.
    var byteCount: Int { get }

    /// Appends the bytes.
    func append(to bytes: inout [UInt8])
}

extension String: VariableWidthValue {
    @inline(__always)
    var byteCount: Int { utf8.count }

    @inline(__always)
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
    }
}

extension [UInt8]: VariableWidthValue {
    @inline(__always)
    var byteCount: Int { count }

    @inline(__always)
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self)
    }
}

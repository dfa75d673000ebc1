/// A value whose binary format is its bytes.
protocol VariableWidthValue {
    /// Appends the bytes.
    func append(to bytes: inout [UInt8])
}

extension String: VariableWidthValue {
    @inline(__always)
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
    }
}

extension [UInt8]: VariableWidthValue {
    @inline(__always)
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self)
    }
}

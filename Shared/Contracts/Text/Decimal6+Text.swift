extension Decimal6: CustomStringConvertible, LosslessStringConvertible {
    /// The shortest exact text: `78.5`, `-0.000001`, `100`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads a number with at most six decimals.
    public init?(_ description: String) {
        var copy = description
        guard case .value(let millionths) = copy.withUTF8({ NumberText.read(UnsafeRawBufferPointer($0), places: 6) })
        else { return nil }
        self.init(millionths: millionths)
    }

    /// Appends the shortest exact text.
    public func append(to bytes: inout [UInt8]) {
        let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: UInt64(Decimal6.one))
        if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
        JSONWriter.integer(Int64(whole), to: &bytes)
        if fraction == 0 { return }
        bytes.append(UInt8(ascii: "."))
        var rest = fraction
        var unit: UInt64 = 100_000
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
    }
}

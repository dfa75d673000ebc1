extension Payload {
    /// Reads a nested object.
    @inline(__always)
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: AnyRule) -> Self? {
        decoder.object(node, Self.self)
    }

    /// Writes an object.
    @inline(__always)
    public mutating func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "{"))
        visit(&encoder)
        encoder.bytes.append(UInt8(ascii: "}"))
    }

    /// The schema of the object.
    public static func schema(_ rule: AnyRule) -> JSONDocument {
        schema
    }
}

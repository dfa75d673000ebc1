/// What writes itself as canonical JSON.
public protocol CanonicalWritable {
    /// Writes it as one value.
    func write(into json: inout CanonicalWriter)
}

extension CanonicalWritable {
    /// The canonical bytes (RFC 8785).
    public var canonical: [UInt8] {
        var writer = CanonicalWriter()
        write(into: &writer)
        return writer.bytes
    }

    /// The same as a value.
    public var json: JSON {
        get throws { try JSON.parse(canonical) }
    }
}

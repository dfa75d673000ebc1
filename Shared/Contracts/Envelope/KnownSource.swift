/// The sources of Guildhall's own events, so that reading one makes no string.
enum KnownSource {
    private static let sources = ServiceName.allCases.map { service in
        let source = Envelope.source(of: service)
        return (bytes: Array(source.utf8), text: source)
    }

    /// The source that bytes spell, if it is one of ours.
    static func find(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard bytes.count > 11, bytes[0] == UInt8(ascii: "/"), bytes[1] == UInt8(ascii: "g") else { return nil }
        return sources.first { source in
            source.bytes.count == bytes.count && source.bytes.withUnsafeBytes { $0.elementsEqual(bytes) }
        }?.text
    }
}

/// The sources of Guildhall's own events, so that reading one makes no string.
enum KnownSource {
    private static let sources = ServiceName.allCases.map { Envelope.source(of: $0) }

    /// The source that bytes spell, if it is one of ours.
    static func find(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard bytes.count > 11, bytes[0] == UInt8(ascii: "/"), bytes[1] == UInt8(ascii: "g") else { return nil }
        return sources.first { $0.utf8.count == bytes.count && $0.utf8.elementsEqual(bytes) }
    }
}

/// How large a message may be.
public struct EnvelopeLimits: Sendable, Equatable {
    /// Bytes of the whole message.
    public var bytes: Int
    /// Levels of objects and lists in each other; an event's outermost object is the first.
    public var depth: Int

    /// Limits of their parts.
    public init(bytes: Int = 256 * 1024, depth: Int = 32) {
        self.bytes = bytes
        self.depth = depth
    }

    /// 256 KiB and 32 levels.
    public static let standard = EnvelopeLimits()
}

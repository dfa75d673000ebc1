/// How large a log line may become.
enum LogBounds {
    /// Bytes of a message.
    static let message = 2048
    /// Bytes of one value of metadata.
    static let value = 1024
    /// Bytes of a line after which no more metadata is added; the rest is the reserve for one value and the end.
    static let line = 8192
}

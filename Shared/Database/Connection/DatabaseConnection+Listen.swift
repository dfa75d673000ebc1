extension DatabaseConnection {
    /// The payloads of a channel's notifications, from the moment this returns until the connection is lost or closed.
    ///
    /// A notification only says that there may be something to look at: a reader 256 behind loses the oldest.
    /// After the stream has ended, listen on a new connection first and look then, so that nothing falls between.
    public func listen(_ channel: String) async throws -> AsyncStream<String> {
        let stream = session.mailbox.listen(channel)
        let name = channel.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        _ = try await run([Call(Statement("LISTEN \"\(name)\""))])
        return stream
    }
}

extension OutgoingMessage {
    /// Refuses what the protocol's short strings cannot carry, before anything was sent.
    func validate() throws(BrokerError) {
        let short: [(String, String?)] = [
            ("exchange", exchange), ("routing key", routingKey), ("content type", contentType),
            ("message id", messageID), ("correlation id", correlationID), ("reply address", replyTo),
            ("user id", userID),
        ]
        for (what, text) in short {
            guard let text, text.utf8.count > 255 else { continue }
            throw BrokerError(.invalid, "the \(what) of a message has \(text.utf8.count) bytes, more than 255")
        }
        var size = 0
        for (name, value) in headers {
            guard name.utf8.count <= 255 else {
                throw BrokerError(.invalid, "the header name \(name.prefix(40))… has more than 255 bytes")
            }
            size += name.utf8.count + value.utf8.count + 6
        }
        // Headers travel in one frame.
        guard size <= 100_000 else { throw BrokerError(.invalid, "headers of \(size) bytes do not fit one frame") }
    }
}

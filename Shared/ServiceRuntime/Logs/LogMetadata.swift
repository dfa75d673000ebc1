import Contracts
import Logging

/// Metadata that log lines may carry: ids and figures, never a name, an address or a text of a person.
public enum LogMetadata {
    /// Names of the members that tie log lines to messages.
    public enum Key {
        /// W3C trace context.
        public static let traceparent = "traceparent"
        /// Id of the message in work.
        public static let messageID = "message_id"
        /// Id of the conversation that the message belongs to.
        public static let correlationID = "correlation_id"
        /// Id of the message or act that caused it.
        public static let causationID = "causation_id"
        /// Name of the message's type.
        public static let type = "type"
        /// Derived id of a contractor.
        public static let contractor = "contractor"
        /// Id of an HTTP request.
        public static let requestID = "request_id"
    }

    /// What ties a log line to a message.
    public static func message(
        id: String, type: String? = nil, correlation: String? = nil, causation: String? = nil,
        traceparent: String? = nil,
    ) -> Logger.Metadata {
        var metadata: Logger.Metadata = [Key.messageID: .string(id)]
        if let type { metadata[Key.type] = .string(type) }
        if let correlation { metadata[Key.correlationID] = .string(correlation) }
        if let causation { metadata[Key.causationID] = .string(causation) }
        if let traceparent { metadata[Key.traceparent] = .string(traceparent) }
        return metadata
    }

    /// What ties a log line to a contractor: the derived id, from which nobody's name can be read.
    public static func contractor(_ id: Identifier) -> Logger.Metadata {
        [Key.contractor: .stringConvertible(id)]
    }
}

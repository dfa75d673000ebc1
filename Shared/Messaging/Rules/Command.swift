import Contracts

/// What a person or a system asks of a service by HTTP.
public struct Command: Sendable {
    /// What is asked.
    public var type: EventType
    /// Who asks, as the audit trail names the cause.
    public var source: String
    /// Whose row is locked and made at first sight; nil where nobody's facts are changed.
    public var contractor: Identifier?
    /// The body.
    public var payload: any Payload

    /// A command of its parts.
    public init(type: EventType, source: String, contractor: Identifier? = nil, payload: any Payload) {
        self.type = type
        self.source = source
        self.contractor = contractor
        self.payload = payload
    }
}

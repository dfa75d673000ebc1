/// What a CloudEvents 1.0 event says about itself, beside its data.
public struct Envelope: Sendable, Equatable {
    /// `id`: unique within the source.
    public var reference: Reference
    /// `source`: who says so, a URI reference.
    public var source: String
    /// `type`: what happened.
    public var type: EventType
    /// `subject`: whom or what it is about; the contractor's id in Guildhall's own events.
    public var subjectReference: Reference?
    /// `time`: when it happened.
    public var time: Timestamp?
    /// `datacontenttype`; JSON where it is absent.
    public var dataContentType: String?
    /// `dataschema`: an absolute URI.
    public var dataSchema: String?
    /// `correlationid`: ties the messages of one story together.
    public var correlation: String?
    /// `causationid`: the message that caused this one.
    public var causation: String?
    /// `traceparent`: the W3C trace context; a malformed one is taken as absent, as that standard asks.
    public var traceparent: String?
    /// `partitionkey`.
    public var partitionKey: String?

    /// An envelope of what must be there.
    public init(id: Reference, source: String, type: EventType) {
        reference = id
        self.source = source
        self.type = type
    }

    /// `id` as text.
    public var id: String { reference.text }
    /// `id`, when it is a UUID as Guildhall writes them.
    public var identifier: Identifier? { reference.identifier }
    /// `subject` as text.
    public var subject: String? { subjectReference?.text }
    /// `subject`, when it is a UUID as Guildhall writes them.
    public var subjectIdentifier: Identifier? { subjectReference?.identifier }

    /// The `source` of a service's own events.
    public static func source(of service: ServiceName) -> String {
        switch service {
        case .onboarding: "/guildhall/onboarding"
        case .assessment: "/guildhall/assessment"
        case .credentialing: "/guildhall/credentialing"
        case .incentives: "/guildhall/incentives"
        case .metrics: "/guildhall/metrics"
        }
    }
}

/// A system's question about a credential, or about what a worker's credentials open (CRD-15, CRD-16, CRD-29).
public struct CredentialQueryAsked: Payload, Equatable {
    /// What is asked.
    public var question = CredentialQuestion.verify
    /// The credential, where one is to be verified.
    public var credential: Identifier?
    /// The worker, by the id that Guildhall's events carry.
    public var contractor: Identifier?
    /// The worker's id in an outside system.
    public var workerId: String?
    /// The CloudEvents source of that system.
    public var workerSource: String?
    /// The programme whose rule is asked; any where it is left out.
    public var programme: String?
    /// The action of a gate.
    public var action: String?
    /// The class of assets that the action is performed on.
    public var assetClass: String?
    /// The screening.
    public var screening: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A question whether a credential is genuine and counts now.
    public static func verify(_ credential: Identifier) -> CredentialQueryAsked {
        var query = CredentialQueryAsked()
        query.credential = credential
        return query
    }

    /// A question whether a worker may perform an action.
    public static func gate(
        _ contractor: Identifier, action: String, assetClass: String, programme: String? = nil
    ) -> CredentialQueryAsked {
        var query = CredentialQueryAsked()
        query.question = .gate
        query.contractor = contractor
        query.action = action
        query.assetClass = assetClass
        query.programme = programme
        return query
    }

    /// A question which steps of a screening are left.
    public static func screening(
        _ contractor: Identifier, _ screening: String, programme: String? = nil
    ) -> CredentialQueryAsked {
        var query = CredentialQueryAsked()
        query.question = .screening
        query.contractor = contractor
        query.screening = screening
        query.programme = programme
        return query
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("question", &question, .any, "What is asked.", sample: .gate)
        visitor.field(
            "credential", &credential, .any, "The credential, where one is to be verified.", sample: nil)
        visitor.field(
            "contractor", &contractor, .any,
            "The worker, by the id that Guildhall's events carry; or workerSource and workerId instead.", sample: nil)
        visitor.field(
            "workerId", &workerId, .text(1...200), "The worker's id in an outside system.", sample: "W-20871")
        visitor.field(
            "workerSource", &workerSource, .text(1...500), "The CloudEvents source of that system.",
            sample: Identifier.sampleSource)
        visitor.field(
            "programme", &programme, .text(1...64), "The programme whose rule is asked; any where it is left out.",
            sample: nil)
        visitor.field("action", &action, .text(1...64), "The action of a gate.", sample: "deploy")
        visitor.field(
            "assetClass", &assetClass, .text(1...64), "The class of assets that the action is performed on.",
            sample: "payment")
        visitor.field("screening", &screening, .text(1...64), "The screening.", sample: nil)
        visitor.check(
            "credential", "is required where a credential is to be verified", question != .verify || credential != nil)
        visitor.check(
            "contractor", "or workerSource with workerId is required, and not both",
            question == .verify || (contractor != nil) != (workerId != nil && workerSource != nil))
        visitor.check(
            "action", "is required with assetClass where a gate is asked",
            question != .gate || (action != nil && assetClass != nil))
        visitor.check(
            "screening", "is required where a screening is asked", question != .screening || screening != nil)
    }

    /// Whom it is about, if it is about a worker.
    public var subject: Identifier? {
        if question == .verify { return nil }
        if let contractor { return contractor }
        guard let workerSource, let workerId else { return nil }
        return .contractor(source: workerSource, workerId: workerId)
    }
}

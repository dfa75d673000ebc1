/// The answer to a question about credentials, with the rule that gave it and what it rests on (GOV-25).
public struct CredentialQueryAnswered: Payload, Equatable {
    /// What was asked.
    public var question = CredentialQuestion.verify
    /// What is answered.
    public var verdict = CredentialVerdict.unknown
    /// Why, in a sentence.
    public var reason = ""
    /// The rule that answered, with its version.
    public var rule = ""
    /// The programme whose rule it is.
    public var programme: String?
    /// The version of that programme.
    public var programmeVersion: Int64?
    /// Why there is such a rule, in its author's words.
    public var basis: String?
    /// The standing of the credential that was verified.
    public var status: String?
    /// Since when it has it.
    public var since: Timestamp?
    /// The moment for which it is told.
    public var decidedAt = Timestamp(microseconds: 0)
    /// What was looked at.
    public var checks: [CredentialCheck] = []
    /// The credentials that the answer rests on.
    public var credentials: [CredentialGround] = []
    /// The steps of the screening that are left.
    public var remainingSteps: [String] = []
    /// The steps that a credential replaces.
    public var waivedSteps: [WaivedStep] = []

    /// An empty value, for the decoder.
    public init() {}

    /// An answer without grounds yet.
    public init(
        _ question: CredentialQuestion, _ verdict: CredentialVerdict, reason: String, rule: String,
        decidedAt: Timestamp
    ) {
        self.question = question
        self.verdict = verdict
        self.reason = reason
        self.rule = rule
        self.decidedAt = decidedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("question", &question, .any, "What was asked.", sample: .gate)
        visitor.field(
            "verdict", &verdict, .any, "What is answered; unknown is never to be taken for a yes.", sample: .yes)
        visitor.field(
            "reason", &reason, .text(1...1000), "Why, in a sentence.",
            sample: "A valid credential of the pathway till is held.")
        visitor.field(
            "rule", &rule, .text(1...100), "The rule that answered, with its version.", sample: "credential-gate/1")
        visitor.field(
            "programme", &programme, .text(1...64), "The programme whose rule it is.", sample: "seasonal-retail")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max), "The version of that programme.", sample: 1)
        visitor.field(
            "basis", &basis, .text(1...2000), "Why there is such a rule, in its author's words.",
            sample: "Who handles payments has shown how.")
        visitor.field(
            "status", &status, .text(1...32),
            "The standing of the credential that was verified: valid, lapsed, suspended or revoked.", sample: nil)
        visitor.field("since", &since, .any, "Since when it has that standing.", sample: nil)
        visitor.field(
            "decidedAt", &decidedAt, .any, "The moment for which it is told.",
            sample: Timestamp(microseconds: 1_757_494_831_000_000))
        visitor.field("checks", &checks, .list(0...100), "What was looked at.", sample: [.sample])
        visitor.field(
            "credentials", &credentials, .list(0...1000), "The credentials that the answer rests on.",
            sample: [.sample])
        visitor.field(
            "remainingSteps", &remainingSteps, .list(0...100, of: .text(1...64)),
            "The steps of the screening that are left.", sample: [])
        visitor.field(
            "waivedSteps", &waivedSteps, .list(0...100), "The steps that a credential replaces.", sample: [])
    }
}

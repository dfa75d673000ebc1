/// The answer to a question about billing, with its reasons (ONB-05, GOV-25).
public struct BillingQueryAnswered: Payload, Equatable {
    /// What is answered.
    public var verdict = BillingVerdict.yes
    /// Why, each in a sentence.
    public var reasons: [String] = []
    /// The onboarding case that answers.
    public var onboardingCase: Identifier?
    /// The rule that answered, with its version.
    public var rule = ""
    /// The time that the answer is about.
    public var at = Timestamp(microseconds: 0)
    /// The moment for which it is told.
    public var decidedAt = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        verdict: BillingVerdict, reasons: [String], onboardingCase: Identifier? = nil, rule: String, at: Timestamp,
        decidedAt: Timestamp
    ) {
        self.verdict = verdict
        self.reasons = reasons
        self.onboardingCase = onboardingCase
        self.rule = rule
        self.at = at
        self.decidedAt = decidedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("verdict", &verdict, .any, "What is answered.", sample: .yes)
        visitor.field(
            "reasons", &reasons, .list(0...50, of: .text(1...1000)), "Why, each in a sentence.",
            sample: ["Every step was done at 2025-09-12T08:00:00Z."])
        visitor.field(
            "onboardingCase", &onboardingCase, .any, "The onboarding case that answers.", sample: .sample("case"))
        visitor.field(
            "rule", &rule, .text(1...100), "The rule that answered, with its version.", sample: "start-gate/1")
        visitor.field(
            "at", &at, .any, "The time that the answer is about.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "decidedAt", &decidedAt, .any, "The moment for which it is told.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
    }
}

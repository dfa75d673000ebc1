import Contracts

/// A decision as the audit trail keeps it (GOV-01): what was decided about whom, by which rule, from which inputs.
public struct AuditEntry: Sendable {
    /// What was decided, as `noun.past-participle`: `credential.issued`.
    public var decision: String
    /// About whom.
    public var contractor: Identifier?
    /// The rule that decided, with its version: `outcome/1`.
    public var rule: String
    /// The programme whose definition was used.
    public var programme: String?
    /// The version of that programme.
    public var programmeVersion: Int64?
    /// What the rule was given, as a JSON object; ids and figures only, no personal data.
    public var inputs: String
    /// What came out, in a few words.
    public var outcome: String

    /// An entry of its parts.
    public init(
        decision: String, contractor: Identifier?, rule: String, programme: String? = nil,
        programmeVersion: Int64? = nil, inputs: String, outcome: String
    ) {
        self.decision = decision
        self.contractor = contractor
        self.rule = rule
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.inputs = inputs
        self.outcome = outcome
    }
}

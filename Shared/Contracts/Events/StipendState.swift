/// A stipend for a completed task of an assessment (INC-13); the payer pays it.
public struct StipendState: Payload, Equatable {
    /// The stipend.
    public var stipend = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The task that earned it.
    public var task = Identifier(high: 0, low: 0)
    /// How much.
    public var amount = Money()
    /// The ledger's posting.
    public var posting = Identifier(high: 0, low: 0)
    /// Whether it was taken back.
    public var isReturned = false
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        stipend: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, task: Identifier,
        amount: Money, posting: Identifier, isReturned: Bool, sequence: Int64
    ) {
        self.stipend = stipend
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.task = task
        self.amount = amount
        self.posting = posting
        self.isReturned = isReturned
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("stipend", &stipend, .any, "The stipend.", sample: .sample("stipend"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("task", &task, .any, "The task that earned it.", sample: .sample("task"))
        visitor.field("amount", &amount, "How much.")
        visitor.field("posting", &posting, .any, "The ledger's posting.", sample: .sample("posting"))
        visitor.field("isReturned", &isReturned, .absent(false), "Whether it was taken back.", sample: false)
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}

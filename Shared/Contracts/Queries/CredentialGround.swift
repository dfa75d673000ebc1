/// A credential that an answer rests on.
public struct CredentialGround: Payload, Equatable {
    /// Its id.
    public var credential = Identifier(high: 0, low: 0)
    /// Its programme.
    public var programme = ""
    /// The version of the programme by which it was earned.
    public var programmeVersion: Int64 = 0
    /// The pathway that was passed.
    public var pathway = ""
    /// What was achieved.
    public var achievement = ""
    /// Until when it is valid.
    public var validUntil = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A ground of its parts.
    public init(
        credential: Identifier, programme: String, programmeVersion: Int64, pathway: String, achievement: String,
        validUntil: Timestamp
    ) {
        self.credential = credential
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.achievement = achievement
        self.validUntil = validUntil
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("credential", &credential, .any, "Its id.", sample: .sample("credential"))
        visitor.field("programme", &programme, .text(1...64), "Its programme.", sample: "seasonal-retail")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme by which it was earned.", sample: 1)
        visitor.field("pathway", &pathway, .text(1...64), "The pathway that was passed.", sample: "till")
        visitor.field("achievement", &achievement, .text(1...200), "What was achieved.", sample: "till-2024A")
        visitor.field(
            "validUntil", &validUntil, .any, "Until when it is valid.",
            sample: Timestamp(microseconds: 1_789_030_800_000_000))
    }
}

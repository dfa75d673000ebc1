/// A credential as it stands now.
public struct CredentialState: Payload, Equatable {
    /// The credential.
    public var credential = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The pathway of the programme.
    public var pathway = ""
    /// The offering of the pathway.
    public var offering = ""
    /// What was achieved; the offering, where each is an achievement of its own.
    public var achievement = ""
    /// Whether it counts.
    public var status = CredentialStatus.valid
    /// When it was earned.
    public var awardedAt = Timestamp(microseconds: 0)
    /// From when it counts.
    public var validFrom = Timestamp(microseconds: 0)
    /// Until when it counts.
    public var validUntil = Timestamp(microseconds: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0
    /// Until when it is suspended; its status stays what it was.
    public var suspendedUntil: Timestamp?
    /// How often it was renewed.
    public var renewals: Int64?
    /// When it was revoked for cause; absent where its outcome was not passed after all.
    public var revokedAt: Timestamp?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        credential: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, pathway: String,
        offering: String, achievement: String, status: CredentialStatus, awardedAt: Timestamp, validFrom: Timestamp,
        validUntil: Timestamp, sequence: Int64, suspendedUntil: Timestamp? = nil, renewals: Int64? = nil,
        revokedAt: Timestamp? = nil
    ) {
        self.credential = credential
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.achievement = achievement
        self.status = status
        self.awardedAt = awardedAt
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.sequence = sequence
        self.suspendedUntil = suspendedUntil
        self.renewals = renewals
        self.revokedAt = revokedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("credential", &credential, .any, "The credential.", sample: .sample("credential"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "achievement", &achievement, .text(1...200),
            "What was achieved; the offering, where each is an achievement of its own.",
            sample: "retail-associate-2025H")
        visitor.field("status", &status, .any, "Whether it counts.", sample: .valid)
        visitor.field(
            "awardedAt", &awardedAt, .any,
            "When it was earned.", sample: Timestamp(microseconds: 1_758_326_400_000_000))
        visitor.field(
            "validFrom", &validFrom, .any,
            "From when it counts.", sample: Timestamp(microseconds: 1_758_326_400_000_000))
        visitor.field(
            "validUntil", &validUntil, .any,
            "Until when it counts.", sample: Timestamp(microseconds: 1_789_862_400_000_000))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
        visitor.field(
            "suspendedUntil", &suspendedUntil, .any, "Until when it is suspended; its status stays what it was.",
            sample: nil)
        visitor.field("renewals", &renewals, .integer(0...1000), "How often it was renewed.", sample: 1)
        visitor.field(
            "revokedAt", &revokedAt, .any,
            "When it was revoked for cause; absent where its outcome was not passed after all.", sample: nil)
        visitor.check("validUntil", "must not be before validFrom", validFrom <= validUntil)
    }
}

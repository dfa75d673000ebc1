/// A worker met the variant of an experiment (EXP-05); the assignment itself is computed.
public struct ExposureState: Payload, Equatable {
    /// The exposure: contractor and experiment.
    public var exposure = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The experiment, by its id in the programme.
    public var experiment = ""
    /// The variant that was met.
    public var variant = ""
    /// The client that was assigned as a whole, where workers were not assigned one by one.
    public var client: String?
    /// When it was met first.
    public var exposedAt = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        exposure: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, experiment: String,
        variant: String, client: String? = nil, exposedAt: Timestamp
    ) {
        self.exposure = exposure
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.experiment = experiment
        self.variant = variant
        self.client = client
        self.exposedAt = exposedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "exposure", &exposure, .any, "The exposure: contractor and experiment.", sample: .sample("exposure"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field(
            "experiment", &experiment, .text(1...64), "The experiment, by its id in the programme.",
            sample: "subject-line")
        visitor.field("variant", &variant, .text(1...64), "The variant that was met.", sample: "clear")
        visitor.field(
            "client", &client, .text(1...200),
            "The client that was assigned as a whole, where workers were not assigned one by one.", sample: nil)
        visitor.field(
            "exposedAt", &exposedAt, .any, "When it was met first.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
    }
}

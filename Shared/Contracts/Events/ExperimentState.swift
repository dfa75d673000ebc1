/// An experiment reached another stage (EXP-12, EXP-15).
public struct ExperimentState: Payload, Equatable {
    /// The experiment: programme and id.
    public var experiment = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The newest version of the programme then.
    public var programmeVersion: Int64 = 0
    /// The experiment, by its id in the programme.
    public var name = ""
    /// How far it has come.
    public var stage = ExperimentStage.running
    /// The variant that is stopped or rolled out, or that differs.
    public var variant: String?
    /// What may be concluded.
    public var verdict = ExperimentVerdict.collecting
    /// The day whose figures it rests on.
    public var day = Day(number: 0)
    /// When it was found.
    public var noticedAt = Timestamp(microseconds: 0)
    /// Why, in a sentence.
    public var reason = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        experiment: Identifier, programme: String, programmeVersion: Int64, name: String, stage: ExperimentStage,
        variant: String? = nil, verdict: ExperimentVerdict, day: Day, noticedAt: Timestamp, reason: String
    ) {
        self.experiment = experiment
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.name = name
        self.stage = stage
        self.variant = variant
        self.verdict = verdict
        self.day = day
        self.noticedAt = noticedAt
        self.reason = reason
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "experiment", &experiment, .any, "The experiment: programme and id.", sample: .sample("experiment"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max), "The newest version of the programme then.",
            sample: 3)
        visitor.field(
            "name", &name, .text(1...64), "The experiment, by its id in the programme.", sample: "subject-line")
        visitor.field("stage", &stage, .any, "How far it has come.", sample: .concluded)
        visitor.field(
            "variant", &variant, .text(1...64), "The variant that is stopped or rolled out, or that differs.",
            sample: "clear")
        visitor.field("verdict", &verdict, .any, "What may be concluded.", sample: .difference)
        visitor.field(
            "day", &day, .any, "The day whose figures it rests on.", sample: Day(number: 20_400))
        visitor.field(
            "noticedAt", &noticedAt, .any, "When it was found.",
            sample: Timestamp(microseconds: 1_762_646_400_000_000))
        visitor.field(
            "reason", &reason, .text(1...1000), "Why, in a sentence.",
            sample: "The variant 'clear' differs from 'plain': p = 0.012, always valid.")
    }
}

/// A case study with its client's testimonial as it stands now (INC-16); nothing is published before the worker
/// releases it.
public struct StoryState: Payload, Equatable {
    /// The story.
    public var story = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The pathway of the programme.
    public var pathway = ""
    /// The credential that brought it.
    public var credential = Identifier(high: 0, low: 0)
    /// How far it has come.
    public var status = StoryStatus.offered
    /// The client's testimonial in it.
    public var testimonial: Identifier?
    /// Which version of the standard release was shown.
    public var textVersion: String?
    /// The SHA-256 of the words as released, in hexadecimal.
    public var hash: String?
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        story: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, pathway: String,
        credential: Identifier, status: StoryStatus, testimonial: Identifier? = nil, textVersion: String? = nil,
        hash: String? = nil, sequence: Int64
    ) {
        self.story = story
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.credential = credential
        self.status = status
        self.testimonial = testimonial
        self.textVersion = textVersion
        self.hash = hash
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("story", &story, .any, "The story.", sample: .sample("story"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field("credential", &credential, .any, "The credential that brought it.", sample: .sample("credential"))
        visitor.field("status", &status, .any, "How far it has come.", sample: .offered)
        visitor.field(
            "testimonial", &testimonial, .any, "The client's testimonial in it.", sample: .sample("testimonial"))
        visitor.field(
            "textVersion", &textVersion, .text(1...100), "Which version of the standard release was shown.",
            sample: "2025-09")
        visitor.field(
            "hash", &hash, .text(1...100), "The SHA-256 of the words as released, in hexadecimal.", sample: nil)
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}

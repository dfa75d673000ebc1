import Contracts

/// A layer of an attempt, as it is shown.
struct LayerState: Payload, Equatable {
    var startedAt = Timestamp(microseconds: 0)
    /// The last moment that counts.
    var limit = Timestamp(microseconds: 0)
    /// By what the time was multiplied.
    var timeFactor = Decimal6(1)
    var submittedAt: Timestamp?
    /// Whether it was handed in after the limit.
    var isLate = false
    /// How many drawn items were answered right.
    var right: Int64?
    /// Where the work is that counts.
    var submission: String?
    var submissionHash: String?
    /// Who scored it, by an id of the source.
    var reviewer: String?
    var rubricVersion: String?
    var levels: [String: String] = [:]
    var comments: [String: String] = [:]
    /// Nil until it is scored.
    var percent: Decimal6?

    init() {}

    init(_ sitting: Sitting) {
        startedAt = sitting.startedAt
        limit = sitting.limit
        timeFactor = sitting.timeFactor
        submittedAt = sitting.submittedAt
        isLate = sitting.isLate
        submission = sitting.submission
        submissionHash = sitting.submissionHash
    }

    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("startedAt", &startedAt, .any, "When it was opened.", sample: Timestamp(microseconds: 0))
        visitor.field("limit", &limit, .any, "The last moment that counts.", sample: Timestamp(microseconds: 0))
        visitor.field(
            "timeFactor", &timeFactor, .decimal(0...10), "What the time is multiplied by.", sample: Decimal6(1))
        visitor.field("submittedAt", &submittedAt, .any, "When it was handed in.", sample: nil)
        visitor.field("isLate", &isLate, .absent(false), "Whether that was after the limit.", sample: false)
        visitor.field("right", &right, .integer(0...100_000), "How many items were answered right.", sample: nil)
        visitor.field("submission", &submission, .text(1...4096), "Where the work is that counts.", sample: nil)
        visitor.field("submissionHash", &submissionHash, .text(1...4096), "Its SHA-256.", sample: nil)
        visitor.field("reviewer", &reviewer, .text(1...4096), "Who scored it.", sample: nil)
        visitor.field("rubricVersion", &rubricVersion, .text(1...4096), "The rubric that scored it.", sample: nil)
        visitor.field(
            "levels", &levels, .map(0...50, keys: 1...4096, values: 1...4096), "The level of each criterion.",
            sample: [:])
        visitor.field(
            "comments", &comments, .map(0...50, keys: 1...4096, values: 1...4096), "What was said of it.", sample: [:])
        visitor.field("percent", &percent, .decimal(0...100), "What it came to.", sample: nil)
    }
}

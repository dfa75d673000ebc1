import Contracts

/// An attempt as it stands: what was drawn, how each layer went, what it comes to, and what was announced of it.
///
/// It is stored as its JSON, which is also what an operator is shown.
struct AttemptState: Payload, Equatable {
    var attempt = Identifier(high: 0, low: 0)
    var source = ""
    var name = ""
    var contractor = Identifier(high: 0, low: 0)
    var programme = ""
    /// The version that it is judged by; nil while nothing opens it.
    var programmeVersion: Int64?
    var offering = ""
    var isRenewal = false
    var startedAt: Timestamp?
    /// In hexadecimal; with the version it gives the drawn items again.
    var seed = ""
    var drawn: [DrawnItem] = []
    var quiz: LayerState?
    var practical: LayerState?
    /// What a live review came to, if one was held.
    var review: ReviewDecision?
    /// Why it does not count.
    var refusal: AttemptRefusal?
    var refusalMessage: String?
    var verdict: OutcomeVerdict?
    var score: Decimal6?
    /// The version of the rubric that its score was made with.
    var rubricVersion: String?
    /// Whether it is the attempt that decides.
    var counts = false
    /// The task as it was announced last.
    var task: TaskState?
    /// The renewal as it was announced last.
    var renewal: RenewalState?

    init() {}

    /// What an attempt comes to; what was announced is put in by whoever announces.
    init(_ attempt: Attempt, _ course: Course, _ frame: AssessmentFrame?, counts: Bool) {
        self.attempt = attempt.id
        source = attempt.source
        name = attempt.name
        contractor = attempt.contractor
        programme = course.programme
        offering = course.offering
        programmeVersion = frame?.programmeVersion
        isRenewal = attempt.isRenewal
        startedAt = attempt.startedAt
        seed = String(Draw.seed(of: attempt.id), radix: 16)
        drawn = attempt.drawn
        refusal = attempt.refusal
        refusalMessage = attempt.refusal?.message
        self.counts = counts
        quiz = attempt.quiz.map(LayerState.init)
        quiz?.right = attempt.scores.quiz.map { Int64($0.right) }
        quiz?.percent = attempt.scores.quiz?.percent
        practical = attempt.practical.map(LayerState.init)
        practical?.percent = attempt.scores.practical
        if let score = attempt.rubricScore {
            practical?.reviewer = score.reviewer
            practical?.rubricVersion = score.rubricVersion
            practical?.levels = score.levels
            practical?.comments = score.comments
        }
        review = attempt.scores.review
        if attempt.refusal == nil {
            verdict = attempt.outcome.verdict
            score = verdict == nil ? nil : attempt.outcome.score
            rubricVersion = attempt.scoringRubric
        }
    }

    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("attempt", &attempt, .any, "The attempt.", sample: Identifier(high: 0, low: 1))
        visitor.field("source", &source, .text(1...4096), "Where it was taken.", sample: "urn:lms")
        visitor.field("name", &name, .text(1...4096), "Its id there.", sample: "ATT-1")
        visitor.field("contractor", &contractor, .any, "Whose it is.", sample: Identifier(high: 0, low: 2))
        visitor.field("programme", &programme, .text(1...4096), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max), "The version that judges it.", sample: 3)
        visitor.field("offering", &offering, .text(1...4096), "The offering.", sample: "retail-associate-2025H")
        visitor.field("isRenewal", &isRenewal, .absent(false), "Whether it renews a credential.", sample: false)
        visitor.field("startedAt", &startedAt, .any, "When it was opened.", sample: nil)
        visitor.field("seed", &seed, .text(1...4096), "The seed of what was drawn, in hexadecimal.", sample: "9f86d081")
        visitor.field("drawn", &drawn, .list(0...100_000), "The items that were drawn, as shown.", sample: [])
        visitor.field("quiz", &quiz, "The quiz.")
        visitor.field("practical", &practical, "The practical task.")
        visitor.field("review", &review, .any, "What a live review came to.", sample: nil)
        visitor.field("refusal", &refusal, .any, "Why it does not count.", sample: nil)
        visitor.field("refusalMessage", &refusalMessage, .text(1...4096), "The same, in a sentence.", sample: nil)
        visitor.field("verdict", &verdict, .any, "What it comes to.", sample: .pass)
        visitor.field("score", &score, .decimal(0...100), "Percent.", sample: Decimal6(82))
        visitor.field("rubricVersion", &rubricVersion, .text(1...4096), "The rubric that scored it.", sample: "1")
        visitor.field("counts", &counts, .absent(false), "Whether it is the one that decides.", sample: true)
        visitor.field("task", &task, "The task as it was announced last.")
        visitor.field("renewal", &renewal, "The renewal as it was announced last.")
    }
}

extension Attempt {
    /// The version of the rubric that the score was made with; nil where nobody had to score.
    var scoringRubric: String? {
        scores.practical == nil ? nil : rubricScore.flatMap { $0.percent == nil ? nil : $0.rubricVersion }
    }
}

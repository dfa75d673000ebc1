/// How Guildhall itself assesses a pathway (ASM-01 to ASM-06).
public struct PathwayAssessment: Hashable, Sendable {
    /// Layer 1.
    public let quiz: QuizLayer?
    /// Layer 2; the demonstration that every pathway ends in.
    public let practical: PracticalLayer
    /// Layer 3.
    public let review: ReviewLayer?
    /// How often it may be attempted.
    public let attempts: AttemptRule
    /// The layers that a renewal asks for (CRD-06).
    public let renewal: [RenewalLayer]

    /// An assessment of these parts.
    public init(
        quiz: QuizLayer? = nil,
        practical: PracticalLayer,
        review: ReviewLayer? = nil,
        attempts: AttemptRule = AttemptRule(),
        renewal: [RenewalLayer] = [.quiz]
    ) {
        self.quiz = quiz
        self.practical = practical
        self.review = review
        self.attempts = attempts
        self.renewal = renewal
    }

    /// The minutes that all layers together are expected to take (ASM-14).
    public var minutes: Int { (quiz?.minutes ?? 0) + practical.minutes + (review?.minutes ?? 0) }
}

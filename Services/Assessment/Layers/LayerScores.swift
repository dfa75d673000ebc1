import Contracts

/// What the layers of an attempt came to, as far as they did.
struct LayerScores: Hashable, Sendable {
    /// Nil until the quiz is handed in.
    var quiz: QuizScore?
    /// Percent; nil until the practical task is handed in and scored.
    var practical: Decimal6?
    /// What the live review came to, if one was held.
    var review: ReviewDecision?
}

import Contracts
import Programmes

/// What the layers of an attempt come to: a pure function of scores, weights, band and review (ASM-02 to ASM-04).
///
/// The combined score is the mean of the layers' percents by their weights, equal ones where all are 0; a layer that is
/// missing counts as 0 in the score and holds the verdict back. A quiz below its own pass mark fails at once. Where
/// there is a live review, a score below its band fails, one inside waits for the reviewer, whose word decides, and one
/// above passes at the pass mark; a review outside the band is not asked for and changes nothing. Marks are compared
/// with the exact mean, in whole numbers.
struct LayeredOutcome: Hashable, Sendable {
    /// Nil while a layer is missing.
    let verdict: OutcomeVerdict?
    /// Percent, a seventh decimal rounded half to even.
    let score: Decimal6

    static func decide(_ scores: LayerScores, _ frame: AssessmentFrame) -> LayeredOutcome {
        var layers: [(weight: Int64, percent: Decimal6?)] = []
        if let quiz = frame.quiz { layers.append((quiz.weight.millionths, scores.quiz?.percent)) }
        if let practical = frame.practical { layers.append((practical.weight.millionths, scores.practical)) }
        if layers.allSatisfy({ $0.weight == 0 }) { layers = layers.map { (Decimal6.one, $0.percent) } }
        let total = layers.reduce(Int128(0)) { $0 + Int128($1.weight) }
        let sum = layers.reduce(Int128(0)) { $0 + Int128($1.weight) * Int128(($1.percent ?? .zero).millionths) }
        guard total > 0 else { return LayeredOutcome(verdict: nil, score: .zero) }
        func reaches(_ mark: Decimal6) -> Bool { sum >= Int128(mark.millionths) * total }

        var verdict: OutcomeVerdict? {
            if let mark = frame.quiz?.passMark, let quiz = scores.quiz, !quiz.reaches(mark) { return .fail }
            if layers.contains(where: { $0.percent == nil }) { return nil }
            guard let review = frame.review else { return reaches(frame.passMark) ? .pass : .fail }
            if !reaches(review.from) { return .fail }
            if reaches(review.to) { return reaches(frame.passMark) ? .pass : .fail }
            switch scores.review {
            case .pass: return .pass
            case .fail: return .fail
            case nil: return .refer
            }
        }
        return LayeredOutcome(verdict: verdict, score: Decimal6(millionths: Int64(Percent.ratio(sum, total))))
    }
}

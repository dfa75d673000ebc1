import Contracts
import Programmes

/// How many of the drawn items were answered right (ASM-01).
struct QuizScore: Hashable, Sendable {
    let right: Int
    let drawn: Int

    /// Percent, a seventh decimal rounded half to even.
    var percent: Decimal6 {
        guard drawn > 0 else { return .zero }
        return Decimal6(
            millionths: Int64(Percent.ratio(Int128(right) * 100 * Int128(Decimal6.one), Int128(drawn))))
    }

    /// Whether a mark in percent is reached, judged on the exact share.
    func reaches(_ mark: Decimal6) -> Bool {
        Int128(right) * 100 * Int128(Decimal6.one) >= Int128(mark.millionths) * Int128(drawn)
    }

    /// Scores the answers; those to items that were not drawn count for nothing.
    static func of(_ answers: [String: String], _ drawn: [DrawnItem], _ quiz: QuizLayer) -> QuizScore {
        let right = drawn.count { place in
            guard let item = quiz.items.first(where: { $0.id == place.item }), let chosen = answers[place.item] else {
                return false
            }
            return item.options.contains { $0.id == chosen && $0.isCorrect }
        }
        return QuizScore(right: right, drawn: drawn.count)
    }
}

import Contracts

/// Layer 1: multiple choice, drawn from a pool and scored by rule (ASM-01, ASM-25).
public struct QuizLayer: Hashable, Sendable {
    /// The pool.
    public let items: [QuizItem]
    /// How many items an attempt gets.
    public let draw: Int
    /// The time limit, by the server's clock (ASM-26).
    public let minutes: Int
    /// The lowest share of right answers that passes the layer, in percent.
    public let passMark: Decimal6
    /// Its share of the combined score, relative to the other layer's.
    public let weight: Decimal6

    /// A quiz of these parts.
    public init(
        items: [QuizItem],
        draw: Int,
        minutes: Int,
        passMark: Decimal6,
        weight: Decimal6
    ) {
        self.items = items
        self.draw = draw
        self.minutes = minutes
        self.passMark = passMark
        self.weight = weight
    }
}

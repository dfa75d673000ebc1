/// An option of a quiz item.
public struct QuizOption: Hashable, Sendable {
    /// Unique in the item; an answer names it.
    public let id: String
    /// What it says.
    public let text: String
    /// Whether choosing it is right.
    public let isCorrect: Bool

    /// An option.
    public init(
        id: String,
        text: String,
        isCorrect: Bool
    ) {
        self.id = id
        self.text = text
        self.isCorrect = isCorrect
    }
}

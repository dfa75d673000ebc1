/// An item of a quiz's pool, of which one option is chosen.
public struct QuizItem: Hashable, Sendable {
    /// Unique in the quiz; an answer names it.
    public let id: String
    /// The question.
    public let prompt: String
    /// The competency that it asks for.
    public let competency: String?
    /// The options, in the author's order; at least one is correct.
    public let options: [QuizOption]

    /// An item of these parts.
    public init(
        id: String,
        prompt: String,
        competency: String? = nil,
        options: [QuizOption]
    ) {
        self.id = id
        self.prompt = prompt
        self.competency = competency
        self.options = options
    }
}

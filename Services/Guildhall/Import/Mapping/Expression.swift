import Contracts

/// How a value is computed from those before it.
indirect enum Expression: Sendable, Hashable {
    /// The value of a name.
    case slot(Int)
    /// A filled template.
    case text(Template)
    /// What a table says for a value.
    case lookup(table: [String: String], name: String, of: Int)
    /// A moment, and days after it.
    case moment(Expression, plus: DayOffset)
    /// The earliest of those there are.
    case earliest([Int])
    /// The latest of those there are.
    case latest([Int])
    /// One or the other.
    case choice(Condition, then: Template, otherwise: Template)
    /// The first, or the second where the first is empty.
    case fallback(Expression, Expression)

    /// Days to add to a moment.
    enum DayOffset: Sendable, Hashable {
        /// So many.
        case fixed(Int)
        /// As many as a value says; where it says nothing, there is no moment.
        case slot(Int)
    }
}

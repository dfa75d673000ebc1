/// How a field of a contract is written in JSON.
enum FieldKind: Hashable, Sendable {
    /// A string.
    case text
    /// One of a few words.
    case word([String])
    /// A whole number.
    case integer
    /// An exact decimal number.
    case decimal
    /// Yes or no.
    case bool
    /// A calendar day, as a string.
    case day
    /// A moment, as a string.
    case moment
}

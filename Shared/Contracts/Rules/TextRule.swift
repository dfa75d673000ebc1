/// What a text must be.
public struct TextRule: Sendable, Equatable {
    /// What the text is written in.
    public enum Form: Sendable, Equatable {
        /// Any characters but U+0000.
        case free
        /// Three capital letters of ISO 4217.
        case currency
        /// Two capital letters of ISO 3166-1.
        case country
        /// A language tag of BCP 47.
        case language
        /// A JSON object as text.
        case jsonObject
    }

    /// How many characters (Unicode scalars) it has.
    public var length: ClosedRange<Int>
    /// What it is written in.
    public var form: Form

    /// Any text up to 65,536 characters.
    public static let any = TextRule(length: 0...65_536, form: .free)
    /// A currency code.
    public static let currency = TextRule(length: 3...3, form: .currency)
    /// A country code.
    public static let country = TextRule(length: 2...2, form: .country)
    /// A language tag.
    public static let language = TextRule(length: 2...35, form: .language)

    /// A text of so many characters.
    @inline(__always)
    public static func text(_ length: ClosedRange<Int>) -> TextRule {
        TextRule(length: length, form: .free)
    }

    /// A JSON object as text of so many characters.
    @inline(__always)
    public static func jsonObject(_ length: ClosedRange<Int>) -> TextRule {
        TextRule(length: length, form: .jsonObject)
    }
}

/// A text on a page, and its language where that is not the page's.
public struct PageText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The text, as it is read.
    public let text: String
    /// Its language as a BCP 47 tag; nil where it is the page's, or not known.
    public let language: String?

    /// A text, in a language of its own where one is named.
    public init(_ text: String, language: String? = nil) {
        self.text = text
        self.language = language
    }

    /// A text in the page's language.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The text for a page, marked with its language.
    public var html: String {
        guard let language else { return Markup.escaped(text) }
        return "<span lang=\"\(Markup.escaped(language))\">\(Markup.escaped(text))</span>"
    }
}

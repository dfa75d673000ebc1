import Programmes

/// The words of a page in one language; what a language lacks is said in English.
public struct PhraseBook<Phrase: PagePhrase>: Sendable {
    /// The language.
    public let language: PageLanguage
    private let words: [Phrase: String]
    private let english: [Phrase: String]

    /// The words in a language.
    public init(_ language: PageLanguage) {
        self.language = language
        words = Phrase.words[language] ?? [:]
        english = Phrase.words[.english] ?? [:]
    }

    /// The words in the language that a reader wants most of those there are.
    ///
    /// - Parameters:
    ///   - field: the `Accept-Language` field (RFC 9110, section 12.5.4).
    ///   - language: the one of what the page shows, which is taken when the reader wants none of ours.
    public init(accepting field: String?, otherwise language: String? = nil) {
        let wanted = MediaRange.list(field ?? "").lazy.compactMap { PageLanguage(tag: $0) }.first
        self.init(wanted ?? language.flatMap { PageLanguage(tag: $0) } ?? .english)
    }

    /// The words in English.
    public static var english: PhraseBook { PhraseBook(.english) }

    /// The language, as a BCP 47 tag.
    public var code: String { language.rawValue }

    /// A phrase, ready to stand in a page: what fills its places is escaped.
    public subscript(_ phrase: Phrase, _ fillings: String...) -> String {
        Markup.escaped(plain(phrase, fillings))
    }

    /// A phrase as plain text, such as to fill a place of another one with.
    ///
    /// A filling that looks like a place is not filled in turn; a place without a filling stays.
    public func plain(_ phrase: Phrase, _ fillings: [String]) -> String {
        var rest = (words[phrase] ?? english[phrase] ?? phrase.rawValue)[...]
        var whole = ""
        while let opening = rest.firstIndex(of: "{") {
            whole += rest[..<opening]
            rest = rest[opening...]
            guard let closing = rest.firstIndex(of: "}"),
                let place = Int(rest[rest.index(after: opening)..<closing]), fillings.indices.contains(place)
            else {
                whole.append(rest.removeFirst())
                continue
            }
            whole += fillings[place]
            rest = rest[rest.index(after: closing)...]
        }
        return whole + rest
    }

    /// The places of a phrase in a language, to compare languages with.
    public static func places(of phrase: Phrase, in language: PageLanguage) -> Set<Int> {
        Set((Phrase.words[language]?[phrase] ?? "").matches(of: /\{([0-9])\}/).compactMap { Int($0.output.1) })
    }
}

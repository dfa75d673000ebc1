import Programmes

/// The words of a page in one language; what a language lacks is said in English.
struct PageTexts: Sendable {
    /// The words of each language that a programme may declare.
    static let languages: [PageLanguage: [Phrase: String]] = [
        .english: englishWords, .german: germanWords, .spanish: spanishWords, .french: frenchWords,
    ]
    /// The words in English.
    static let english = PageTexts(.english)

    /// The language, as a BCP 47 tag.
    let code: String
    private let words: [Phrase: String]

    /// The words in a language.
    init(_ language: PageLanguage) {
        code = language.rawValue
        words = PageTexts.languages[language] ?? [:]
    }

    /// The language that a reader wants most of those there are (RFC 9110, section 12.5.4).
    ///
    /// - Parameter language: the one of what the page shows, which is taken when the reader wants none of ours.
    init(accepting field: String?, otherwise language: String? = nil) {
        let wanted = MediaRange.list(field ?? "").lazy.compactMap { PageLanguage(tag: $0) }.first
        self.init(wanted ?? language.flatMap { PageLanguage(tag: $0) } ?? .english)
    }

    /// A phrase, ready to stand in a page: what fills its places is escaped.
    subscript(_ phrase: Phrase, _ fillings: String...) -> String {
        var text = Markup.escaped(words[phrase] ?? PageTexts.englishWords[phrase] ?? phrase.rawValue)
        for (index, filling) in fillings.enumerated() {
            text = text.replacing("{\(index)}", with: Markup.escaped(filling))
        }
        return text
    }
}

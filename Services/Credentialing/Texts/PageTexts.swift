/// The words of a page in one language; what a language lacks is said in English.
struct PageTexts: Sendable {
    /// The languages there are, with their words; the first is the one that others fall back on.
    static let languages: [(code: String, words: [Phrase: String])] = [
        ("en", englishWords), ("de", germanWords), ("es", spanishWords), ("fr", frenchWords),
    ]
    /// The words in English.
    static let english = PageTexts(code: "en", words: englishWords)

    /// The language, as a BCP 47 tag.
    let code: String
    private let words: [Phrase: String]

    private init(code: String, words: [Phrase: String]) {
        self.code = code
        self.words = words
    }

    /// The language that a reader wants most of those there are (RFC 9110, section 12.5.4).
    init(accepting field: String?) {
        for range in MediaRange.list(field ?? "") {
            let tongue = range.split(separator: "-").first.map(String.init)
            guard let known = PageTexts.languages.first(where: { $0.code == tongue }) else { continue }
            self = PageTexts(code: known.code, words: known.words)
            return
        }
        self = .english
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

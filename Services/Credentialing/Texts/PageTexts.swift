import Pages
import Programmes

/// The words of the pages about credentials in one language.
typealias PageTexts = PhraseBook<Phrase>

extension Phrase: PagePhrase {
    static let words: [PageLanguage: [Phrase: String]] = [
        .english: english, .german: german, .spanish: spanish, .french: french,
    ]
}

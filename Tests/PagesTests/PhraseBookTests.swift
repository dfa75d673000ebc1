import Pages
import Programmes
import Testing

@Suite("Words of a page")
struct PhraseBookTests {
    private enum Said: String, PagePhrase {
        case both
        case onlyEnglish

        static let words: [PageLanguage: [Said: String]] = [
            .english: [.both: "{0} & {1}", .onlyEnglish: "in English"], .german: [.both: "{1} und {0}"],
        ]
    }

    @Test("GOV-20: fillings are escaped, each in its place, and never filled in turn")
    func fillings() {
        #expect(PhraseBook<Said>.english[.both, "<b>", "{0}"] == "&lt;b&gt; &amp; {0}")
        #expect(PhraseBook<Said>(.german)[.both, "a", "b"] == "b und a")
    }

    @Test("GOV-20: what a language lacks is said in English, and a place without a filling stays")
    func missing() {
        #expect(PhraseBook<Said>(.french)[.onlyEnglish] == "in English")
        #expect(PhraseBook<Said>(.german)[.onlyEnglish] == "in English")
        #expect(PhraseBook<Said>.english[.both, "a"] == "a &amp; {1}")
        #expect(PhraseBook<Said>.places(of: .both, in: .german) == [0, 1])
        #expect(PhraseBook<Said>.places(of: .onlyEnglish, in: .german) == [])
    }

    @Test(
        "a browser gets a page, and everybody else JSON",
        arguments: [
            (nil, false), ("*/*", false), ("application/json", false), ("text/html", true),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("application/json, text/html;q=0.9", false), ("image/png, text/html;q=0.1", true),
            ("text/html;q=0, */*", false),
        ] as [(String?, Bool)])
    func prefersPage(_ field: String?, _ isPage: Bool) {
        #expect(MediaRange.prefersPage(field) == isPage)
    }
}

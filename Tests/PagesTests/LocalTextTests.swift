import Contracts
import Pages
import Programmes
import Testing

@Suite("Numbers and days in each language")
struct LocalTextTests {
    @Test(
        "GOV-20: numbers have the language's signs",
        arguments: [
            (.english, "1,234,567.5", "62.0%", "12,345"), (.german, "1.234.567,5", "62,0\u{a0}%", "12.345"),
            (.spanish, "1\u{a0}234\u{a0}567,5", "62,0\u{a0}%", "12\u{a0}345"),
            (.french, "1\u{202f}234\u{202f}567,5", "62,0\u{a0}%", "12\u{202f}345"),
        ] as [(PageLanguage, String, String, String)])
    func numbers(_ language: PageLanguage, _ number: String, _ percent: String, _ whole: String) {
        let text = LocalText(language)
        #expect(text.number(1_234_567.46, decimals: 1) == number)
        #expect(text.percent(0.62) == percent)
        #expect(text.whole(12_345) == whole)
    }

    @Test("signs: a real minus, a plus where it is asked for, none for what rounds to nothing")
    func signs() {
        let text = LocalText(.english)
        #expect(text.number(-1.25, decimals: 2) == "−1.25")
        #expect(text.number(1.25, decimals: 2, isSigned: true) == "+1.25")
        #expect(text.number(-0.04, decimals: 1, isSigned: true) == "0.0")
        #expect(text.number(.nan, decimals: 1) == LocalText.nothing && text.percent(.infinity) == LocalText.nothing)
        #expect(text.whole(-1234) == "−1,234" && text.whole(999) == "999")
    }

    @Test(
        "probabilities are told as far as they matter",
        arguments: [
            (0.00001, "<\u{a0}0.0001"), (0.0004, "=\u{a0}0.0004"), (0.0312, "=\u{a0}0.031"), (1.0, "=\u{a0}1"),
        ])
    func probabilities(_ p: Double, _ told: String) {
        #expect(LocalText(.english).probability(p) == told)
    }

    @Test(
        "GOV-20: days are written in words, short, and in digits",
        arguments: [
            (.english, "1\u{a0}March 2026", "1\u{a0}Mar", "2026-03-01"),
            (.german, "1.\u{a0}März 2026", "1.3.", "01.03.2026"),
            (.spanish, "1\u{a0}de\u{a0}marzo de\u{a0}2026", "1\u{a0}mar", "01/03/2026"),
            (.french, "1er\u{a0}mars 2026", "01/03", "01/03/2026"),
        ] as [(PageLanguage, String, String, String)])
    func days(_ language: PageLanguage, _ words: String, _ short: String, _ digits: String) throws {
        let day = try #require(Day(year: 2026, month: 3, day: 1))
        let text = LocalText(language)
        #expect([text.day(day), text.shortDay(day), text.numericDay(day)] == [words, short, digits])
    }
}

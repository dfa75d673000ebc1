import Contracts
import Programmes
import Testing

@Suite("Reading documents")
struct DocumentTests {
    @Test("an exact number is read without floating point")
    func numbers() {
        #expect(ExactNumber.parse("12.5") == Decimal6(millionths: 12_500_000))
        #expect(ExactNumber.parse("0.000001") == Decimal6(millionths: 1))
        for text in ["", ".5", "5.", "1e3", "-1", "+1", "1.0000001", "1,5", " 1", "0x10", "99999999999999"] {
            #expect(ExactNumber.parse(text) == nil, "\(text)")
        }
    }

    @Test("every number of six places survives being written and read")
    func numbersBothWays() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1000 {
            let number = Int64.random(in: 0...1_000_000_000_000, using: &generator)
            let fraction = String(1_000_000 + number % 1_000_000).dropFirst()
            #expect(ExactNumber.parse("\(number / 1_000_000).\(fraction)")?.millionths == number)
        }
    }

    @Test("a day is read as it is written")
    func days() {
        for number in stride(from: Int32(-20_000), to: 40_000, by: 37) {
            let day = Day(number: number)
            #expect(CalendarText.parse(CalendarText.text(of: day)) == day)
        }
        for text in ["2013-2-1", "2013-02-30", "13-02-01", "2013/02/01", "2013-02-01T"] {
            #expect(CalendarText.parse(text) == nil, "\(text)")
        }
    }

    @Test("the nearest known word is suggested, and none where none is near")
    func suggestions() {
        let known = ["title", "delivery", "pathways"]
        #expect(Suggestion.nearest(to: "titel", among: known) == "title")
        #expect(Suggestion.nearest(to: "Pathway", among: known) == "pathways")
        #expect(Suggestion.nearest(to: "colour", among: known) == nil)
        #expect(Suggestion.remedy(for: "colour", among: known).contains("'delivery'"))
    }
}

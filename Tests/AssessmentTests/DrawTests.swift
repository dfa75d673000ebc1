import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("What an attempt draws")
struct DrawTests {
    @Test("ASM-25: a seed is the beginning of the SHA-256 of the attempt's id")
    func seed() {
        // echo -n 00000000-0000-0000-0000-000000000001 | sha256sum
        #expect(String(Draw.seed(of: Identifier(high: 0, low: 1)), radix: 16) == "7ac1b8d7010bb6cd")
    }

    @Test("ASM-25: the same seed draws the same items and orders, on every machine")
    func reproducible() {
        let drawn = Draw.items(Retail.quiz, seed: 42)
        #expect(drawn == Draw.items(Retail.quiz, seed: 42))
        #expect(drawn.map { "\($0.item):\($0.options.joined())" } == ["i5:prqs", "i4:srqp", "i3:spqr", "i1:rsqp"])
    }

    @Test("ASM-25: an attempt gets so many different items of the pool, each with all its options", arguments: 0..<50)
    func drawn(seed: Int) {
        let drawn = Draw.items(Retail.quiz, seed: UInt64(seed))
        #expect(drawn.count == 4 && Set(drawn.map(\.item)).count == 4)
        #expect(drawn.allSatisfy { item in Retail.quiz.items.contains { $0.id == item.item } })
        #expect(drawn.allSatisfy { $0.options.sorted() == ["p", "q", "r", "s"] })
    }

    @Test("ASM-25: every item and every order comes up")
    func spread() {
        let draws = (0..<400).map { Draw.items(Retail.quiz, seed: UInt64($0)) }
        var counts: [String: Int] = [:]
        for item in draws.joined() { counts[item.item, default: 0] += 1 }
        #expect(counts.count == 8)
        #expect(counts.values.allSatisfy { (140...260).contains($0) })
        #expect(Set(draws.joined().map(\.options)).count == 24)
    }

    @Test("ASM-25: an attempt shows what was drawn, by which seed")
    func shown() throws {
        var house = RetailHouse()
        house.hear([Retail.act("1", .started, .quiz, at: Retail.time(110))])
        let state = try #require(house.attempt())
        #expect(state.drawn == Draw.items(Retail.quiz, seed: Draw.seed(of: Retail.attempt())))
        #expect(state.seed == String(Draw.seed(of: Retail.attempt()), radix: 16))
        #expect(state.programmeVersion == 1)
    }
}

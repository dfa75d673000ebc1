import Contracts
import Messaging
import Testing

@testable import AssessmentService

@Suite("Order of arrival")
struct OrderTests {
    @Test("ASM-04 ASM-18: any order, repetition and cut into batches ends in the same outcomes", arguments: 0..<60)
    func sameEnd(seed: Int) {
        var generator = FactGenerator(seed: UInt64(seed))
        let facts = generator.facts(60)
        var plain = RulesHouse()
        plain.batch(facts)
        for _ in 0..<3 {
            var shuffled = RulesHouse()
            for batch in generator.shuffled(facts) { shuffled.batch(batch) }
            #expect(shuffled.outcomes == plain.outcomes)
            #expect(shuffled.announced == shuffled.outcomes)
            #expect(shuffled.books.enrolments.rows == plain.books.enrolments.rows)
            #expect(shuffled.starts == plain.starts)
        }
    }

    @Test("ONB-27: links and their undoing at any moment end in the same outcomes", arguments: 0..<60)
    func sameEndWithLinks(seed: Int) {
        var generator = FactGenerator(seed: UInt64(seed) + 1000)
        let links = generator.links(6)
        let facts = generator.facts(60)
        var ends: [[Identifier: OutcomeState]] = []
        for _ in 0..<3 {
            var house = RulesHouse()
            for batch in generator.shuffled(facts + links) {
                let isLink = batch.map { $0 is ContractorLink }
                if isLink.contains(true) { batch.forEach { house.batch([$0]) } } else { house.batch(batch) }
            }
            #expect(house.announced == house.outcomes)
            ends.append(house.outcomes)
        }
        #expect(ends.allSatisfy { $0 == ends[0] })
    }
}

import Contracts
import Messaging
import Testing

@testable import AssessmentService

@Suite("Order of arrival of attempts")
struct LayerOrderTests {
    private func expectSame(_ left: RulesHouse, _ right: RulesHouse) {
        #expect(left.verdicts == right.verdicts)
        #expect(left.attempts == right.attempts)
        #expect(left.paidTasks == right.paidTasks)
        #expect(left.renewals == right.renewals)
    }

    @Test(
        "ASM-04: any order, repetition and cut into batches ends in the same attempts and verdicts", arguments: 0..<40)
    func sameEnd(seed: Int) {
        var generator = AttemptGenerator(seed: UInt64(seed))
        let facts = generator.facts(70)
        var plain = RulesHouse()
        plain.batch(facts, programmes: AttemptGenerator.catalogue)
        for _ in 0..<3 {
            var shuffled = RulesHouse()
            for batch in generator.shuffled(facts) { shuffled.batch(batch, programmes: AttemptGenerator.catalogue) }
            expectSame(shuffled, plain)
            #expect(shuffled.starts == plain.starts)
        }
    }

    @Test("ONB-27: links and their undoing at any moment end in the same attempts and verdicts", arguments: 0..<30)
    func sameEndWithLinks(seed: Int) {
        var generator = AttemptGenerator(seed: UInt64(seed) + 2000)
        let links = generator.links(5)
        let facts = generator.facts(70)
        var houses: [RulesHouse] = []
        for _ in 0..<3 {
            var house = RulesHouse()
            for batch in generator.shuffled(facts + links) {
                let hasLink = batch.contains { $0 is ContractorLink }
                for part in hasLink ? batch.map({ [$0] }) : [batch] {
                    house.batch(part, programmes: AttemptGenerator.catalogue)
                }
            }
            houses.append(house)
        }
        for house in houses.dropFirst() { expectSame(house, houses[0]) }
    }

    @Test("ASM-04: the generated facts reach every verdict, renewals, refusals and taken back tasks")
    func covered() {
        var verdicts: Set<OutcomeVerdict?> = []
        var refusals: Set<AttemptRefusal?> = []
        var renewals = 0
        for seed in 0..<40 {
            var generator = AttemptGenerator(seed: UInt64(seed))
            var house = RulesHouse()
            house.batch(generator.facts(70), programmes: AttemptGenerator.catalogue)
            verdicts.formUnion(house.attempts.values.map(\.verdict))
            refusals.formUnion(house.books.attempts.states.values.map(\.refusal))
            renewals += house.renewals.count
        }
        #expect(verdicts == [nil, .pass, .fail, .refer])
        #expect(
            refusals.isSuperset(of: [nil, .notStarted, .notEnrolled, .renewalNotOpen, .tooManyAttempts, .waitingTime]))
        #expect(renewals > 0)
    }
}

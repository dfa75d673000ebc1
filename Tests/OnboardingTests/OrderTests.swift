import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("Order of arrival")
struct OrderTests {
    @Test(
        "ONB-01 ONB-02 ONB-05 ONB-06 ONB-08 ONB-22 ONB-25 ONB-27: any order, repetition and cut ends in the same state",
        arguments: 0..<24)
    func sameEnd(seed: Int) {
        var generator = RecordGenerator(seed: UInt64(seed))
        let records = generator.records(80) + generator.events(20)
        var plain = RulesHouse()
        plain.batch(records)
        for _ in 0..<3 {
            var shuffled = RulesHouse()
            for batch in generator.shuffled(records) { shuffled.batch(batch) }
            let (left, right) = (shuffled.state, plain.state)
            #expect(left.enrolments == right.enrolments)
            #expect(left.gates == right.gates)
            #expect(left.steps == right.steps)
            #expect(left.invitations == right.invitations)
            #expect(left.exposures == right.exposures && left.discoveries == right.discoveries)
            #expect(left.violations == right.violations)
            #expect(left.series == right.series)
            #expect(left == right)
            #expect(shuffled.announced == plain.announced)
        }
    }

    @Test("ONB-27: what is announced is what is kept", arguments: 0..<20)
    func announcedIsKept(seed: Int) {
        var generator = RecordGenerator(seed: UInt64(seed) + 1000)
        var house = RulesHouse()
        for batch in generator.shuffled(generator.records(80) + generator.events(20)) { house.batch(batch) }
        let state = house.state
        #expect(
            house.announced.enrolments
                == Dictionary(
                    uniqueKeysWithValues: state.enrolments.values.map { ($0.enrolment, $0) }))
        #expect(
            house.announced.canonicals
                == state.identities.mapValues(\.canonical).filter { $0.key != $0.value })
        let cases = Dictionary(
            uniqueKeysWithValues: house.facts.gates.filter { $0.sequence > 0 }.map { gate in
                var told = gate.state(blocking: [])
                told.sequence = 0
                return (gate.caseID, told)
            })
        #expect(house.announced.cases == cases)
        #expect(house.announced.engagements.mapValues(\.status) == state.engagements.mapValues(\.status))
    }

    @Test("GOV-26: a second delivery of everything is a duplicate each and changes nothing", arguments: 0..<20)
    func secondDelivery(seed: Int) {
        var generator = RecordGenerator(seed: UInt64(seed) + 2000)
        let records = generator.records(60)
        var house = RulesHouse()
        house.batch(records)
        let state = house.state
        let again = house.batch(records)
        #expect(again.duplicates.count == records.count)
        #expect(house.timers.values.allSatisfy { $0.due > house.now })
        #expect(again.emissions.isEmpty && again.writes.isEmpty && again.audits.isEmpty && again.refusals.isEmpty)
        #expect(house.state == state)
    }
}

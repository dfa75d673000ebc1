import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("Who is this person")
struct LinkingTests {
    private let first = Fixtures.contractor("W1")
    private let second = Fixtures.contractor("W2")
    private let third = Fixtures.contractor("W3")

    private func linked() -> RulesHouse {
        var house = RulesHouse()
        house.batch([Fixtures.engagement("E1", at: 100, worker: "W1", person: "P")])
        house.batch([Fixtures.engagement("E2", at: 200, worker: "W2", person: "P")])
        return house
    }

    @Test("ONB-27: a shared person id inside a source links to the older contractor")
    func sharedPerson() throws {
        let house = linked()
        let emission = try #require(
            house.decisions.flatMap(\.emissions).last { $0.payload is ContractorLink })
        #expect(emission.type == .contractorLinked)
        #expect(emission.contractor == second)
        #expect(
            emission.payload as? ContractorLink == ContractorLink(contractor: second, canonical: first, sequence: 1))
        #expect(house.decisions.flatMap(\.audits).map(\.entry.decision).contains("contractor.linked"))
    }

    @Test("ONB-27: a person id of another source links nobody")
    func otherSource() {
        var house = linked()
        let record = Fixtures.engagement("E3", worker: "W3", person: "P")
        let out = house.batch([Fixtures.item(record, .engagementRecorded, message: "x", source: "urn:test:other")])
        #expect(out.emissions.allSatisfy { !($0.payload is ContractorLink) })
    }

    @Test("ONB-27: when the younger turns out to be the older, the link turns round")
    func turnsRound() {
        var house = linked()
        house.batch([Fixtures.engagement("E3", at: 50, worker: "W2")])
        #expect(house.announced.canonicals == [first: second])
    }

    @Test("ONB-27: an operator links, and undoing the link gives everybody back to themselves")
    func operatorLinks() throws {
        var house = RulesHouse()
        house.batch([
            Fixtures.engagement("E1", at: 100, worker: "W1"), Fixtures.engagement("E2", at: 200, worker: "W2"),
        ])
        house.batch([Fixtures.command(.contractorLinked, second, first)])
        #expect(house.announced.canonicals == [second: first])
        let undone = house.batch([Fixtures.command(.contractorUnlinked, second, second)])
        #expect(undone.emissions.map(\.type) == [.contractorUnlinked])
        let link = try #require(undone.emissions.first?.payload as? ContractorLink)
        #expect(link == ContractorLink(contractor: second, canonical: second, sequence: 2))
    }

    @Test("ONB-27: whom an operator set apart is not linked again by the same person id")
    func staysApart() {
        var house = linked()
        house.batch([Fixtures.command(.contractorUnlinked, second, second)])
        #expect(house.announced.canonicals.isEmpty)
        house.batch([Fixtures.engagement("E4", at: 300, worker: "W2", person: "P")])
        #expect(house.announced.canonicals.isEmpty)
        house.batch([Fixtures.command(.contractorLinked, second, first)])
        #expect(house.announced.canonicals == [second: first])
    }

    @Test("ONB-27: a corrected person id moves the contractor to the other person")
    func personChanges() {
        var house = linked()
        house.batch([Fixtures.engagement("E3", at: 150, worker: "W3", person: "Q")])
        house.batch([Fixtures.engagement("E2", revision: 1, at: 400, worker: "W2", person: "Q")])
        #expect(house.announced.canonicals == [second: third])
    }

    @Test("ONB-27: a command about nobody known is refused")
    func unknown() {
        var house = linked()
        let out = house.batch([
            Fixtures.command(.contractorLinked, third, first), Fixtures.command(.contractorLinked, first, third),
            Fixtures.command(.contractorLinked, first, first),
        ])
        #expect(out.refusals.map(\.refusal.code) == ["unknown-contractor", "unknown-contractor", "linked-with-itself"])
        #expect(out.writes.isEmpty)
    }

    @Test("ONB-27: links join transitively, and the oldest stands for all")
    func transitive() {
        func identity(_ id: Identifier, _ day: Int32, person: Identifier?, joined: Identifier? = nil)
            -> ContractorIdentity
        {
            var identity = ContractorIdentity(
                contractor: id, source: "s", workerID: "w", firstSeen: Fixtures.day(day))
            identity.person = person
            identity.joinedTo = joined
            return identity
        }
        let canonicals = Linking.canonicals(of: [
            identity(first, 30, person: nil, joined: second), identity(second, 20, person: third),
            identity(third, 10, person: third),
        ])
        #expect(canonicals == [first: third, second: third, third: third])
    }
}

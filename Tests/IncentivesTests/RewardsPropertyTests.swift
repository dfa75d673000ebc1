import Contracts
import Messaging
import Testing

@testable import IncentivesService

@Suite("Rewards whatever the order of arrival")
struct RewardsPropertyTests {
    /// Facts of one worker's history: revisions of engagements and sequences of credentials.
    private func history(_ random: inout SeededGenerator) throws -> [any Payload] {
        var payloads: [any Payload] = []
        for number in 1...6 {
            for revision in 1...Int64.random(in: 1...4, using: &random) {
                let status = [EngagementStatus.accepted, .active, .ended, .cancelled].randomElement(using: &random)
                let month = Int.random(in: 1...12, using: &random)
                payloads.append(
                    try EngagementState.made(
                        number, revision: revision, status ?? .active, starts: "2014-\(month)-15",
                        value: Bool.random(using: &random)
                            ? Money(minorUnits: Int64.random(in: 1...3, using: &random) * 10_010, currency: "EUR") : nil
                    ))
            }
        }
        for number in 100...102 {
            for sequence in 1...Int64.random(in: 1...4, using: &random) {
                let status = [CredentialStatus.valid, .valid, .lapsed, .revoked].randomElement(using: &random)
                let month = Int.random(in: 1...12, using: &random)
                payloads.append(
                    try CredentialState.made(number, sequence: sequence, status ?? .valid, awarded: "2013-\(month)-20"))
            }
        }
        return payloads
    }

    private func members(_ world: RewardsWorld) -> [[Int64]] {
        world.rewards.places.values.filter(\.isOpen)
            .map { [Int64($0.credential.low), $0.from.microseconds, $0.until.microseconds] }.sorted { $0[0] < $1[0] }
    }

    @Test(
        "INC-03, INC-06, INC-07, INC-23: any order, any duplicates and any batches end in the same uses and balances",
        arguments: 0..<300)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let payloads = try history(&random)
        var expected = RewardsWorld()
        for payload in payloads { expected.tell(payload) }
        var world = RewardsWorld()
        var arriving = (payloads + payloads.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)[...]
        while !arriving.isEmpty {
            let items = arriving.prefix(Int.random(in: 1...6, using: &random)).map {
                world.item($0 is EngagementState ? .engagementRevised : .credentialCorrected, $0)
            }
            arriving = arriving.dropFirst(items.count)
            world.batch(items)
            #expect(world.balances.allSatisfy { !$0.key.contains(":entitlement") || $0.value > 0 })
        }
        #expect(world.uses == expected.uses)
        #expect(world.balances == expected.balances)
        #expect(members(world) == members(expected))
        try check(world)
    }

    /// What must hold of any history: unique postings, exact reversals, sequences without gaps, every reward in bounds.
    private func check(_ world: RewardsWorld) throws {
        let byID = Dictionary(grouping: world.postings, by: \.id)
        #expect(byID.values.allSatisfy { $0.count == 1 })
        for posting in world.postings {
            #expect(posting.amount > 0)
            guard let reversed = posting.reverses else { continue }
            let original = try #require(byID[reversed]?.first)
            #expect(original.debit == posting.credit && original.credit == posting.debit)
            #expect(original.amount == posting.amount && original.unit == posting.unit)
            #expect(original.valueAt == posting.valueAt)
        }
        let reversed = world.postings.compactMap(\.reverses)
        #expect(Set(reversed).count == reversed.count)
        let perCredential = Dictionary(grouping: world.uses) { $0[1] }
        #expect(perCredential.values.allSatisfy { $0.count <= 2 })
        #expect(Set(world.uses.map { $0[0] }).count == world.uses.count)
        let states = Dictionary(grouping: world.emissions.compactMap { $0.payload as? PremiumUseState }, by: \.use)
        for (use, announced) in states {
            #expect(announced.map(\.sequence) == Array(1...Int64(announced.count)))
            #expect(world.rewards.uses[use]?.sequence == announced.last?.sequence)
            #expect(world.rewards.uses[use]?.posting == announced.last?.posting)
        }
    }
}

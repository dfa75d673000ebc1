import Contracts
import Messaging
import Testing

@testable import CredentialingService

@Suite("Credentials whatever the order of arrival")
struct IssuingPropertyTests {
    /// What is held in the end: nothing and revoked are the same to the world.
    private func held(_ world: CredentialingWorld) -> [Identifier: [String]] {
        world.credentials.filter { $0.value.status != .revoked }.mapValues {
            [
                $0.status.rawValue, "\($0.awardedAt.microseconds)", "\($0.validUntil.microseconds)", $0.score.text,
                "\($0.outcomeSequence)",
            ]
        }
    }

    @Test("CRD-01, CRD-04: any order, any duplicates and any batches end in the same credentials", arguments: 0..<200)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var outcomes: [OutcomeState] = []
        for number in 0..<4 {
            for sequence in 1...Int64.random(in: 1...5, using: &random) {
                let passed = Int.random(in: 0..<4, using: &random) > 0
                let month = Int.random(in: 1...12, using: &random)
                outcomes.append(
                    .made(
                        number, sequence: sequence, passed: passed, awarded: "2013-\(month)-\(28)",
                        score: Int64.random(in: 40...42, using: &random)))
            }
        }
        var expected = try CredentialingWorld(now: "2014-06-15")
        for number in 0..<4 {
            let name = OutcomeState.made(number).outcome
            guard let final = outcomes.last(where: { $0.outcome == name }), final.passed else { continue }
            try expected.tell(final)
        }
        var world = try CredentialingWorld(now: "2014-06-15")
        var arriving = (outcomes + outcomes.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)[...]
        while !arriving.isEmpty {
            let size = Int.random(in: 1...4, using: &random)
            let items = arriving.prefix(size).map { world.item(.outcomeCorrected, $0) }
            arriving = arriving.dropFirst(size)
            try world.batch(items)
        }
        #expect(held(world) == held(expected))
        for (id, credential) in world.credentials {
            let sequences = world.emissions.compactMap { $0.payload as? CredentialState }.filter { $0.credential == id }
            #expect(sequences.map(\.sequence) == Array(1...Int64(sequences.count)))
            #expect(sequences.last?.status == credential.status)
            #expect(sequences.last?.validUntil == credential.validUntil)
            #expect((world.timers[id]?.due == credential.validUntil) == (credential.status == .valid))
        }
    }
}

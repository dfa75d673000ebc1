import Contracts
import Messaging
import Testing

@testable import CredentialingService

@Suite("Renewals, suspensions and revocations whatever the order")
struct RenewalPropertyTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    /// Something that happens to the credential.
    private enum Step {
        case outcome(OutcomeState)
        case renewal(RenewalState)
        case suspension
        case revocation
    }

    private func day(_ random: inout SeededGenerator, years: ClosedRange<Int>) -> String {
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 10...28, using: &random)
        return "\(Int.random(in: years, using: &random))-\(month < 10 ? "0" : "")\(month)-\(day)"
    }

    private func steps(_ random: inout SeededGenerator) -> [Step] {
        var steps: [Step] = []
        for sequence in 1...Int64.random(in: 1...4, using: &random) {
            let passed = Int.random(in: 0..<4, using: &random) > 0
            steps.append(
                .outcome(
                    .assessed(
                        sequence: sequence, passed: passed, awarded: day(&random, years: 2013...2013),
                        pathway: random.next() % 2 == 0 ? "AAA" : "BBB")))
        }
        for number in 0..<Int.random(in: 0...4, using: &random) {
            let passed = day(&random, years: 2013...2017)
            steps.append(.renewal(.made(number, of: id, passed: passed)))
            if Int.random(in: 0..<4, using: &random) == 0 {
                steps.append(.renewal(.made(number, of: id, passed: passed, isWithdrawn: true, sequence: 2)))
            }
        }
        return steps
    }

    private func run(_ steps: [Step], _ acts: [Step]) throws -> CredentialingWorld {
        var world = try CredentialingWorld(now: "2017-06-15")
        // A person acts on what is there.
        try world.tell(.assessed(sequence: 0))
        for step in steps + acts {
            switch step {
            case .outcome(let outcome): try world.tell(outcome)
            case .renewal(let renewal): try world.renew(renewal)
            case .suspension: try world.ask(.suspend, of: id, reason: "Under review.", until: "2018-01-01")
            case .revocation: try world.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.")
            }
        }
        return world
    }

    /// What a credential comes to: of a revoked one no more than that, and why.
    private func facts(_ world: CredentialingWorld) throws -> [String] {
        let credential = try #require(world.credentials[id])
        let revoked = [credential.status.rawValue, credential.condition ?? "-"]
        guard credential.status != .revoked else { return revoked }
        return revoked + [
            "\(credential.awardedAt.day)", "\(credential.validFrom.day)", "\(credential.validUntil.day)",
            credential.renewedAt.map { "\($0.day)" } ?? "-", "\(credential.renewals)", credential.score.text,
            credential.suspension.map { "\($0.until.day)" } ?? "-", "\(credential.outcomeSequence)",
        ]
    }

    private func told(_ world: CredentialingWorld) throws -> [String] {
        let state = try #require(world.told(id))
        guard state.status != .revoked else { return [state.status.rawValue] }
        return [
            state.status.rawValue, "\(state.awardedAt.day)", "\(state.validFrom.day)", "\(state.validUntil.day)",
            "\(state.renewals ?? -1)", state.suspendedUntil.map { "\($0.day)" } ?? "-",
        ]
    }

    @Test(
        "CRD-05 to CRD-08: outcomes, renewals, a suspension and a revocation in any order end in the same credential",
        arguments: 0..<300)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let steps = steps(&random)
        var acts: [Step] = []
        if Bool.random(using: &random) { acts.append(.suspension) }
        if Int.random(in: 0..<4, using: &random) == 0 { acts.append(.revocation) }
        let expected = try run(steps, acts)
        let arriving = (steps + steps.filter { _ in Bool.random(using: &random) } + acts).shuffled(using: &random)
        let world = try run(arriving, [])
        #expect(try facts(world) == facts(expected))
        #expect(try told(world) == told(expected))
        let states = world.emissions.compactMap { $0.payload as? CredentialState }
        #expect(states.map(\.sequence) == Array(1...Int64(states.count)))
        let credential = try #require(world.credentials[id])
        #expect(states.last?.validUntil == credential.validUntil || credential.status == .revoked)
        #expect((world.timers[id]?.due == credential.validUntil) == (credential.status == .valid))
        #expect(
            world.timers[CredentialTimer.suspension.key(of: id)]?.due == credential.suspension?.until)
    }

    @Test(
        "CRD-05: over years, with jumps of the clock and timers that fire twice, a term opens once at most",
        arguments: 0..<150)
    func openings(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.assessed(pathway: random.next() % 2 == 0 ? "AAA" : "BBB"))
        var opened: [String] = []
        var number = 0
        let end = try #require(UTCMoment.parse("2022-01-01"))
        while world.now < end {
            let days = Int.random(in: 0..<10, using: &random) == 0 ? 400 : Int64.random(in: 1...40, using: &random)
            world.now = world.now.adding(seconds: 86_400 * Int64(days))
            let before = world.emissions.count
            let timers = world.timers.values
            try world.fireTimers()
            if random.next() % 3 == 0 {
                let again = timers.filter { $0.due <= world.now }.map {
                    world.item(EventType("timer"), TimerFired(key: $0.key, kind: $0.kind, due: $0.due))
                }
                if !again.isEmpty { try world.batch(again) }
            }
            for emission in world.emissions[before...] where emission.type == .renewalOpened {
                let state = try #require(emission.payload as? CredentialState)
                opened.append("\(state.validFrom.microseconds) \(state.renewals ?? -1)")
                guard Int.random(in: 0..<4, using: &random) > 0, state.status == .valid else { continue }
                number += 1
                let passed = UTCText.seconds(world.now)
                try world.renew(.made(number, of: id, passed: passed), .made(number, of: id, passed: passed))
            }
        }
        #expect(opened.count == Set(opened).count)
        #expect(opened.count == number + 1 || opened.count == number)
        #expect(world.credentials[id]?.renewals == Int64(number))
    }
}

import Contracts
import Database
import Messaging
import Testing

@testable import CredentialingService

@Suite("What is left of a contractor who was erased")
struct ErasureTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    @Test("GOV-04: the credential goes, its bit is set, it is announced as revoked, and a stone is left")
    func erase() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.batch([world.wish(.erase)])
        #expect(world.credentials.isEmpty)
        #expect(world.announced(id) == ["issued 1 valid", "revoked 2 revoked"])
        #expect(world.timers.isEmpty)
        for statement in [
            StatusStatements.set, ErasureStatements.bury, ErasureStatements.removeCredentials,
            ErasureStatements.removeShares, ErasureStatements.removeRequests, ErasureStatements.removeOutside,
            ErasureStatements.removeKeptMessages, ErasureStatements.blankWithheld, LinkStatements.withdraw,
            RequestStatements.answer,
        ] {
            #expect(world.wrote(statement) == 1, "\(statement.sql)")
        }
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.granted"])
        #expect(world.last.audits[0].entry.outcome == "erase")
        #expect(!world.last.audits[0].entry.inputs.contains("score"))
    }

    @Test("GOV-04: what was revoked before is not announced again")
    func revokedBefore() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.tell(.made(sequence: 2, passed: false))
        try world.batch([world.wish(.erase)])
        #expect(world.announced(id) == ["issued 1 valid", "revoked 2 revoked"])
        #expect(world.credentials.isEmpty)
    }

    @Test("GOV-04: what is earned afterwards is a credential like any other; the erased one stays erased")
    func afterwards() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.batch([world.wish(.erase)])
        world.now = try #require(UTCMoment.parse("2014-06-01"))
        try world.tell(.made(sequence: 9, awarded: "2014-05-01"), .made(2, awarded: "2014-05-01"))
        #expect(Array(world.credentials.keys) == [Credential.id(of: OutcomeState.made(2).outcome)])
    }

    @Test("GOV-04: others keep what is theirs")
    func others() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        var other = OutcomeState.made(2)
        other.contractor = Identifier.contractor(source: "oulad", workerId: "oulad:2")
        try world.tell(.made(), other)
        try world.batch([world.wish(.erase)])
        #expect(Array(world.credentials.keys) == [Credential.id(of: other.outcome)])
    }

    @Test(
        "GOV-04: in any order, with any duplicates and batches, nothing earned until the erasure is left or comes back",
        arguments: 0..<200)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var outcomes: [OutcomeState] = []
        for number in 0..<4 {
            for sequence in 1...Int64.random(in: 1...4, using: &random) {
                outcomes.append(
                    .made(
                        number, sequence: sequence, passed: Int.random(in: 0..<4, using: &random) > 0,
                        awarded: "2013-\(Int.random(in: 1...12, using: &random))-28"))
            }
        }
        outcomes += outcomes.filter { _ in Bool.random(using: &random) }
        outcomes.shuffle(using: &random)
        var world = try CredentialingWorld(now: "2014-06-15")
        var erasures = Set(
            (0..<Int.random(in: 1...2, using: &random)).map { _ in
                Int.random(in: 0...outcomes.count, using: &random)
            })
        var position = 0
        while position < outcomes.count || !erasures.isEmpty {
            var items: [Item] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                if erasures.remove(position) != nil { items.append(world.wish(.erase)) }
                guard position < outcomes.count else { break }
                items.append(world.item(.outcomeDecided, outcomes[position]))
                position += 1
            }
            try world.batch(items)
        }
        #expect(world.credentials.isEmpty)
        #expect(world.timers.isEmpty)
        // Whatever was announced was taken back, once.
        var last: [Identifier: CredentialState] = [:]
        for state in world.emissions.compactMap({ $0.payload as? CredentialState }) {
            #expect(state.sequence == (last[state.credential]?.sequence ?? 0) + 1)
            last[state.credential] = state
        }
        #expect(last.values.allSatisfy { $0.status == .revoked })
    }
}

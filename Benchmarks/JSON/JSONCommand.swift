import ArgumentParser
import Contracts
import Foundation
import Messaging

/// Times reading and writing one message with the contracts and with Foundation, by turns.
struct JSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "json",
        abstract: "Reads and writes an engagement record with the contracts, and with JSONDecoder and JSONEncoder.")

    @Option(help: "How often each reads and writes it, in each of five rounds.") var repeats = 20_000

    func run() throws {
        let people = BenchPeople(ofAllPartitions: 1)
        let body = BenchRecords(people, user: BenchHouse.operator).engagement(0).body
        let (own, foundation) = (OwnJSON(), FoundationJSON())
        guard try own.write(own.read(body)) == body else { throw BenchError("the contracts changed the message") }
        guard try foundation.hasSame(body) else { throw BenchError("Foundation's mirror changed the message") }

        var rounds: [JSONResult] = []
        for _ in 0..<5 {
            let ownMessage = try own.read(body)
            let mirror = try foundation.read(body)
            var buffer: [UInt8] = []
            rounds.append(
                JSONResult(
                    bytes: body.count,
                    read: try microseconds { try own.read(body).record.id.utf8.count },
                    write: try microseconds { own.write(ownMessage, into: &buffer) },
                    foundationRead: try microseconds { try foundation.read(body).data.id.utf8.count },
                    foundationWrite: try microseconds { try foundation.write(mirror).count }))
        }
        try Print.line(JSONResult(medianOf: rounds))
    }

    /// Microseconds that a piece of work takes, which tells a number so that it cannot be left out.
    private func microseconds(_ work: () throws -> Int) throws -> Double {
        var sum = 0
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<repeats { sum &+= try work() }
        let seconds = (clock.now - start).inSeconds
        guard sum > 0 else { throw BenchError("nothing was read or written") }
        return seconds / Double(repeats) * 1e6
    }
}

import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test(
        "GOV-26: two replicas share the partitions; a stopped one hands over, a killed one is replaced within 15 s",
        .timeLimit(.minutes(5)))
    func replicas() async throws {
        try await SuiteHouse.with("replicas") { house in
            let sample = try await house.publishedSample(people: 300, seed: 9)
            let first = try house.port(of: .assessment)
            let second = first + 50
            var replica = try await house.startReplica(of: .assessment, port: second)
            try await house.awaitShares(8, 8, first, second)
            async let sending: Void = house.importing(sample, ["--rate", "250"])
            try await house.awaitIntake(sample.records / 8)
            let stopping = ContinuousClock.now
            #expect(try await replica.stop() == 0)
            try await house.awaitShares(16, nil, first, second)
            house.say("handed over \((ContinuousClock.now - stopping).text) after SIGTERM")

            replica = try await house.startReplica(of: .assessment, port: second)
            try await house.awaitShares(8, 8, first, second)
            let decided = try await house.intake()
            #expect(decided < sample.records, "the import is over already")
            let killing = ContinuousClock.now
            #expect(try await replica.stop(SIGKILL) == -SIGKILL)
            try await house.awaitShares(16, nil, first, second)
            let pause = ContinuousClock.now - killing
            house.say("took over \(pause.text) after SIGKILL")
            #expect(pause < .seconds(15))
            try await sending
            try await house.drain()
            try await house.expectFigures(of: sample)
        }
    }
}

extension SuiteHouse {
    /// Starts a second replica of a service, on a port of its own.
    func startReplica(of service: ServiceName, port: Int) async throws -> Background {
        let config = folder.appendingPathComponent("config/\(service.rawValue).conf").path
        let replica = try Background(
            Layout.program(service.rawValue), ["--config", config, "--http-port", "\(port)"], name: "replica",
            folder: folder.appendingPathComponent("runs"))
        let file = Layout.pids.appendingPathComponent("replica.pid")
        try Data("\(replica.id)\n".utf8).write(to: file)
        return replica
    }

    /// Returns when two replicas hold so many partitions; nil where the second is gone.
    fileprivate func awaitShares(_ one: Int, _ other: Int?, _ first: Int, _ second: Int) async throws {
        try await eventually(within: .seconds(30), "the partitions are shared \(one) to \(other ?? 0)") {
            let shares = (try await standing(atPort: first)?.partitions, try await standing(atPort: second)?.partitions)
            return shares == (one, other)
        }
    }
}

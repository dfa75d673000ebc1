import Contracts
import Messaging

extension SuiteHouse {
    /// How many outside messages were decided so far.
    func intake() async throws -> Int64 {
        try await number(
            "SELECT (SELECT count(*) FROM onboarding_intake) + (SELECT count(*) FROM assessment_intake)")
    }

    /// Returns when so many outside messages were decided.
    func awaitIntake(_ count: Int) async throws {
        try await eventually(within: .seconds(60), "\(count) messages are decided", every: .milliseconds(20)) {
            try await intake() >= Int64(count)
        }
    }

    /// Takes everything that waits for the owner services, and goes away without an acknowledgement.
    func takeAndDrop() async throws {
        let broker = AMQPBroker(try Layout.administrator(), logger: .silent)
        for service in [ServiceName.onboarding, .assessment] {
            let queue = Topology.inboundQueue(of: service)
            let waiting = try await broker.readyMessages(in: queue)
            let source = try await broker.source(prefetch: 65_535, name: "take and drop")
            try await source.subscribe(to: queue)
            var taken = 0
            while taken < waiting { taken += try await source.next(atMost: waiting - taken).count }
            await source.close()
            try await eventually(within: .seconds(20), "the messages are back in \(queue)") {
                try await broker.readyMessages(in: queue) == waiting
            }
        }
        await broker.close()
    }
}

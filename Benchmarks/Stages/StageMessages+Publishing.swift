import Database
import Messaging

extension StageMessages.Filling {
    /// Publishes all of them and returns when the broker has taken over every one.
    func publish(_ house: BenchHouse) async throws {
        let broker = try house.broker(as: publisher)
        let link = try await broker.publisher(name: "bench")
        for start in stride(from: 0, to: count, by: 2000) {
            let outcomes = try await link.publish((start..<min(start + 2000, count)).map(message))
            guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("the broker did not take every message") }
        }
        await link.close()
        await broker.close()
    }
}

extension BenchHouse {
    /// Lets the operator send records of the stages' source.
    func registerSource() async throws {
        let database = try database()
        let user = try operatorUser()
        try await database.run([
            Call(
                Statement("INSERT INTO integrator_source (broker_user, source) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
                [.text(user), .text(BenchPeople.source)])
        ])
        await database.close()
    }
}

import Contracts
import Messaging

/// The messages with which the queues of a service's replicas are filled.
enum ScaleLoad {
    /// So many of them, after their sender may send them and what they lead to has a subscriber.
    static func messages(
        of service: ServiceName, count: Int, _ house: BenchHouse
    ) async throws -> StageMessages.Filling {
        guard service == .onboarding else {
            let events = ScaleEvents(count: count)
            return StageMessages.Filling(
                count: count, publisher: ServiceName.onboarding.rawValue, message: { events.started($0) })
        }
        let broker = try house.broker(as: BenchHouse.operator)
        try await ScaleSink.bind("#", broker)
        await broker.close()
        try await house.registerSource()
        let records = BenchRecords(
            source: BenchPeople.source, user: try house.operatorUser(), run: "scale", people: max(1, count / 3))
        return StageMessages.Filling(
            count: count, publisher: BenchHouse.operator, message: { records.engagement($0) })
    }
}

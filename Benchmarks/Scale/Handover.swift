import Contracts
import Database
import Foundation

/// Moves partitions by starting, ending or killing a replica, and measures it.
struct Handover: Sendable {
    let team: Team
    let service: ServiceName
    let database: Database
    let book: ArrivalBook
    let rate: Double
    /// How long a change may take.
    private let patience = Duration.seconds(60)

    /// Starts one more replica.
    func join() async throws -> HandoverResult {
        let (before, count) = (try await view(), await team.members.count)
        let replica = try await team.start()
        return try await follow(.join, before, count, since: replica.started)
    }

    /// Tells a replica to leave.
    func leave(_ replica: Replica) async throws -> HandoverResult {
        let (before, count) = (try await view(), await team.members.count)
        await team.dismiss(replica)
        let since = try replica.signal(SIGTERM)
        async let end = replica.end()
        var result = try await follow(.leave, before, count, since: since)
        let ended = try await end
        guard ended.status == 0 else { throw BenchError("the leaving replica ended with \(ended.status)") }
        result.endedSeconds = (ended.at - since).inSeconds
        return result
    }

    /// Kills a replica.
    func kill(_ replica: Replica) async throws -> HandoverResult {
        let (before, count) = (try await view(), await team.members.count)
        await team.dismiss(replica)
        let since = try replica.signal(SIGKILL)
        _ = try await replica.end()
        return try await follow(.kill, before, count, since: since)
    }

    /// Changes nothing for a while, for comparison.
    func quiet(for time: Duration) async throws -> HandoverResult {
        let (start, count) = (ContinuousClock.now, await team.members.count)
        try await Task.sleep(for: time)
        let worst = book.worst(of: Set(Partition.all), from: start, to: .now)
        return HandoverResult(
            kind: .quiet, rate: rate, before: count, after: count, moved: 0, heldSeconds: 0, consumedSeconds: 0,
            longestGap: worst.gap, longestWait: worst.wait)
    }

    private func view() async throws -> LeaseView { try await LeaseView(of: service, database) }

    /// Waits until all partitions are held fairly by the living, and until each that moved has been consumed since.
    private func follow(
        _ kind: HandoverResult.Kind, _ before: LeaseView, _ count: Int, since start: ContinuousClock.Instant
    ) async throws -> HandoverResult {
        let living = await team.members.map(\.address)
        var held: [Partition: ContinuousClock.Instant] = [:]
        var now = before
        while !now.isFair(among: living) {
            try await pause(start)
            now = try await view()
            let moment = ContinuousClock.now
            for (partition, holder) in now.holders where holder != before.holders[partition] && held[partition] == nil {
                held[partition] = moment
            }
        }
        guard let settled = held.values.max() else { throw BenchError("no partition moved at a \(kind.rawValue)") }
        var first = book.firstArrivals(after: held)
        while first.count < held.count {
            try await pause(start)
            first = book.firstArrivals(after: held)
        }
        let consumed = first.values.max() ?? settled
        // What waited meanwhile is still on its way.
        try await Task.sleep(for: .seconds(2))
        let worst = book.worst(of: Set(held.keys), from: start, to: consumed + .seconds(2))
        return HandoverResult(
            kind: kind, rate: rate, before: count, after: living.count, moved: held.count,
            heldSeconds: (settled - start).inSeconds, consumedSeconds: (consumed - start).inSeconds,
            longestGap: worst.gap, longestWait: worst.wait)
    }

    private func pause(_ start: ContinuousClock.Instant) async throws {
        guard ContinuousClock.now - start < patience else { throw BenchError("partitions were not taken over in time") }
        try await Task.sleep(for: .milliseconds(20))
    }
}

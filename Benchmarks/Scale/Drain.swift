import Contracts

/// The time in which settled replicas empty full queues.
struct Drain: Sendable {
    let team: Team
    let tap: ScaleTap
    /// How many messages the queues were filled with.
    let messages: Int
    /// Seconds that the work may take.
    let timeout: Int

    /// Waits until the replicas have emptied their buffers, and measures until nothing is left.
    func run() async throws -> DrainResult {
        let members = await team.members
        let service = tap.service
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(timeout)
        // What lay in the replicas' buffers when they were let go had been paid for by the broker before.
        let buffered = service == .onboarding ? 1000 * members.count : 1000 * Partition.count
        func consumed(_ found: [ReplicaStatus]) -> Int { found.map(\.totals.consumed).reduce(0, +) }
        var found = try await team.statuses()
        while consumed(found) < min(buffered, messages / 3) {
            guard clock.now < deadline else { throw BenchError("nothing was taken in \(timeout) s") }
            try await clock.sleep(for: .milliseconds(10))
            found = try await team.statuses()
        }
        let (began, done) = (clock.now, consumed(found))
        let before = try await tap.usage(of: members)
        let sessions = try await tap.sessions()
        while !(consumed(found) >= messages && found.allSatisfy(\.isIdle)) {
            guard clock.now < deadline else { throw BenchError("\(service.rawValue) was not done in \(timeout) s") }
            let isClose = Double(consumed(found)) > 0.9 * Double(messages)
            try await clock.sleep(for: .milliseconds(isClose ? 10 : 100))
            found = try await team.statuses()
        }
        let seconds = (clock.now - began).inSeconds
        let usage = try await tap.usage(of: members) - before
        return DrainResult(
            service: service.rawValue, replicas: members.count, pooled: tap.pooler != nil,
            messages: consumed(found) - done,
            seconds: seconds, shares: found.map(\.totals.consumed), usage: usage,
            links: try await tap.links(of: members),
            sessions: sessions,
            storedBytes: 0)
    }
}

import Contracts
import Database
import Foundation

/// The replicas of one service that run at the same time.
actor Team {
    private(set) var members: [Replica] = []
    private let service: ServiceName
    private let house: BenchHouse
    private let database: Database
    private let flags: [String]
    private var last = 0

    init(of service: ServiceName, _ house: BenchHouse, _ database: Database, flags: [String]) {
        self.service = service
        self.house = house
        self.database = database
        self.flags = flags
    }

    /// One more replica, started and not waited for.
    @discardableResult
    func start() throws -> Replica {
        last += 1
        let replica = try Replica(last, of: service, house, flags: flags)
        members.append(replica)
        return replica
    }

    /// Leaves a replica out of the team; what becomes of it is the caller's business.
    func dismiss(_ replica: Replica) {
        members.removeAll { $0 === replica }
    }

    /// Returns when every replica consumes and, if the service subscribes to events, has its share of partitions.
    func settled(within limit: Duration) async throws {
        let deadline = ContinuousClock.now + limit
        while !(try await isSettled()) {
            guard ContinuousClock.now < deadline else { throw BenchError("the replicas did not settle in \(limit)") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func isSettled() async throws -> Bool {
        let addresses = members.map(\.address)
        guard try await LeaseView(of: service, database).isFair(among: addresses) else { return false }
        for member in members {
            guard let status = try? await member.status() else { return false }
            // A lease is there before the subscription; both are when the replica itself counts its share.
            guard status.eventsSubscribed && status.partitions >= Partition.count / addresses.count else {
                return false
            }
            guard service != .onboarding || status.intakeSubscribed else { return false }
        }
        return true
    }

    /// What each of them says, in order.
    func statuses() async throws -> [ReplicaStatus] {
        var found: [ReplicaStatus] = []
        for member in members { found.append(try await member.status()) }
        return found
    }

    /// Ends all of them in good order.
    func stop() async throws {
        let leaving = members
        members = []
        for replica in leaving { _ = try replica.signal(SIGTERM) }
        for replica in leaving {
            let status = try await replica.end().status
            guard status == 0 else { throw BenchError("replica \(replica.number) ended with \(status)") }
        }
    }

    /// Ends all of them at once, after something else has failed.
    func abandon() {
        for replica in members { _ = try? replica.signal(SIGKILL) }
        members = []
    }
}

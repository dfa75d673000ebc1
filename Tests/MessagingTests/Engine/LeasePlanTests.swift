import Contracts
import Testing

@testable import Messaging

@Suite("Partition leases")
struct LeasePlanTests {
    private func replicas(_ count: Int) -> [Identifier] {
        (0..<count).map { Identifier(high: UInt64($0) + 1, low: 7) }
    }

    private func leases(_ holders: [Identifier?], expired: Set<Int> = []) -> [LeasePlan.Lease] {
        holders.enumerated().map {
            LeasePlan.Lease(partition: Partition(number: $0), holder: $1, isExpired: expired.contains($0))
        }
    }

    @Test("one replica asks for every partition")
    func alone() {
        let replica = replicas(1)
        let plan = LeasePlan(of: replica[0], living: replica, leases: leases(Array(repeating: nil, count: 16)))
        #expect(plan.claim.count == 16)
        #expect(plan.release.isEmpty)
    }

    @Test("whoever has more than a fair share hands the rest over")
    func handOver() {
        let pair = replicas(2)
        let plan = LeasePlan(of: pair[0], living: pair, leases: leases(Array(repeating: pair[0], count: 16)))
        #expect(plan.release.count == 8)
        #expect(plan.claim.isEmpty)
    }

    @Test("the partitions of a replica that died are asked for again")
    func expired() {
        let pair = replicas(2)
        let holders = (0..<16).map { $0 < 8 ? pair[0] : pair[1] }
        let plan = LeasePlan(of: pair[0], living: [pair[0]], leases: leases(holders, expired: Set(8..<16)))
        #expect(plan.claim.map(\.number).sorted() == Array(8..<16))
    }

    @Test("any number of replicas ends with every partition held once and nobody idle", arguments: 1...16)
    func fairness(count: Int) {
        let living = replicas(count)
        var holders = [Identifier?](repeating: living[0], count: 16)
        for _ in 0..<20 {
            for replica in living {
                let plan = LeasePlan(of: replica, living: living, leases: leases(holders))
                for partition in plan.release { holders[partition.number] = nil }
                for partition in plan.claim where holders[partition.number] == nil {
                    holders[partition.number] = replica
                }
            }
        }
        let shares = living.map { replica in holders.filter { $0 == replica }.count }
        #expect(shares.reduce(0, +) == 16)
        #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
        let settled = living.map { LeasePlan(of: $0, living: living, leases: leases(holders)) }
        #expect(settled.allSatisfy { $0.claim.isEmpty && $0.release.isEmpty })
    }
}

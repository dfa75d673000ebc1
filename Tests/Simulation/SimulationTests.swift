import Contracts
import Foundation
import Testing

@Suite("Simulation", .serialized)
struct SimulationTests {
    static let environment = ProcessInfo.processInfo.environment

    static func programmes() throws -> [(name: String, text: String)] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "deploy/examples/sample/programme.yaml")
        return [("seasonal-retail", try String(contentsOf: file, encoding: .utf8))]
    }

    @Test("a seed is repeated exactly", .enabled(if: Ground.isPresent))
    func repeats() async throws {
        #expect(Hook.isInstalled)
        let programmes = try Self.programmes()
        try await onOwnThread {
            let ground = try Ground(number: 1)
            let run = Run(ground: ground, monitor: try ground.monitor(), programmes: programmes)
            let inputs = Workload(seed: 1).inputs
            Scheduler.log = fopen("/tmp/log1", "w")
            let first = try run.play(inputs, FaultPlan(seed: 5), seed: 5)
            fclose(Scheduler.log!); Scheduler.log = fopen("/tmp/log2", "w")
            let second = try run.play(inputs, FaultPlan(seed: 5), seed: 5)
            fclose(Scheduler.log!); Scheduler.log = nil
            print("host seconds \(first.hostSeconds), faults \(first.fired.count), violations \(first.violations)")
            #expect(first.trace == second.trace)
            #expect(first.digest == second.digest)
        }
    }

    @Test("one seed", .enabled(if: Ground.isPresent && environment["GUILDHALL_SIMULATION_SEED"] != nil))
    func one() async throws {
        let programmes = try Self.programmes()
        let seed = UInt64(Self.environment["GUILDHALL_SIMULATION_SEED"] ?? "") ?? 0
        try await onOwnThread {
            let ground = try Ground(number: 1)
            let run = Run(ground: ground, monitor: try ground.monitor(), programmes: programmes)
            let inputs = Workload(seed: seed / Campaign.seedsAWorkload).inputs
            let reference = try run.play(inputs, FaultPlan(isCalm: true), seed: seed / Campaign.seedsAWorkload)
            let start = Date()
            let result = try run.play(inputs, FaultPlan(seed: seed), seed: seed)
            print("took", Date().timeIntervalSince(start))
            print(result.trace.joined(separator: "\n"))
            print(result.violations.joined(separator: "\n"))
            print(Observations.differences(result.observations, reference.observations).joined(separator: "\n"))
        }
    }

    @Test("seeds", .enabled(if: Ground.isPresent))
    func seeds() async throws {
        #expect(Hook.isInstalled)
        let count = Self.environment["GUILDHALL_SIMULATION_SEEDS"].flatMap { UInt64($0) }
        var campaign = Campaign(programmes: try Self.programmes())
        if count == nil { campaign.deadline = Date(timeIntervalSinceNow: 120) }
        let start = Date()
        let summary = try await campaign.play(0..<(count ?? 1 << 20), grounds: 2)
        print(summary, Date().timeIntervalSince(start))
        #expect(summary.failures.isEmpty)
    }
}

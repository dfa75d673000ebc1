import Contracts
import Foundation
import Programmes
import Synchronization

/// Many seeds, one after the other on each of several databases at once.
struct Campaign {
    /// What it came to.
    struct Summary: Sendable {
        var seeds = 0
        var failures: [Failure] = []
        var passed: [String: Int] = [:]
        /// Faults by point, and by what they did.
        var hit: [String: Int] = [:]
        var fired: [String: Int] = [:]
        var messages = 0
        var acknowledged = 0
        var lost = 0
        var unexpected = 0
        var duplicated = 0
        var recovered = 0
        var redelivered = 0
        /// Names of what was observed of the runs without faults, where there was any.
        var observed: Set<String> = []
    }

    struct Failure: Sendable {
        var seed: UInt64
        var violations: [String]
    }

    /// How many seeds share a workload, and with it one run without faults that all are held against.
    static let seedsAWorkload: UInt64 = 8

    let programmes: [(name: String, text: String)]
    /// The season among them, of which some workloads tell.
    let season: ProgrammeDefinition
    /// When to stop although seeds are left; nil for never.
    var deadline: Date?
    /// Whether the first failure ends it.
    var stopsAtFailure = false

    /// What plays on a database, on the calling thread.
    func run(on number: Int) throws -> Run {
        let ground = try Ground(number: number)
        return Run(ground: ground, monitor: try ground.monitor(), programmes: programmes)
    }

    /// Plays seeds on as many databases as there are grounds.
    func play(_ seeds: Range<UInt64>, grounds: Int) async throws -> Summary {
        let progress = Progress(first: seeds.lowerBound / Campaign.seedsAWorkload)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...grounds {
                group.addTask {
                    try await onOwnThread {
                        let run = try run(on: number)
                        while true {
                            let workload = progress.nextWorkload()
                            let first = max(workload * Campaign.seedsAWorkload, seeds.lowerBound)
                            let end = min((workload + 1) * Campaign.seedsAWorkload, seeds.upperBound)
                            if first >= end || isOver(progress) { return }
                            do {
                                try play(first..<end, workload, run, progress)
                            } catch {
                                // What one cannot go on with ends the others too.
                                progress.isBroken.withLock { $0 = true }
                                throw error
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return progress.summary.withLock { $0 }
    }

    private func isOver(_ progress: Progress) -> Bool {
        if let deadline, Date() > deadline { return true }
        if progress.isBroken.withLock({ $0 }) { return true }
        return stopsAtFailure && progress.summary.withLock { !$0.failures.isEmpty }
    }

    private func play(
        _ seeds: Range<UInt64>, _ workload: UInt64, _ run: Run, _ progress: Progress
    ) throws {
        let inputs = Workload(seed: workload, season: season)
        let reference = try run.play(inputs, FaultPlan(isCalm: true), seed: workload)
        if !reference.violations.isEmpty {
            progress.summary.withLock {
                $0.failures.append(Failure(seed: seeds.lowerBound, violations: reference.violations))
            }
            return
        }
        progress.summary.withLock { $0.observed.formUnion(reference.observations.filter { !$0.value.isEmpty }.keys) }
        for seed in seeds {
            if isOver(progress) { return }
            let result: RunResult
            do {
                result = try run.play(inputs.delivered(seed), FaultPlan(seed: seed), seed: seed)
            } catch let error as SimulationError {
                throw SimulationError("seed \(seed): \(error.description)")
            }
            let violations = result.violations + Observations.differences(result.observations, reference.observations)
            progress.summary.withLock { $0.add(result, seed, violations) }
        }
        try run.monitor.run("VACUUM")
    }
}

/// What the threads of a campaign share.
private final class Progress: Sendable {
    let summary = Mutex(Campaign.Summary())
    let isBroken = Mutex(false)
    private let next: Mutex<UInt64>

    init(first: UInt64) {
        next = Mutex(first)
    }

    func nextWorkload() -> UInt64 {
        next.withLock { next in
            defer { next += 1 }
            return next
        }
    }
}

extension Campaign.Summary {
    mutating func add(_ result: RunResult, _ seed: UInt64, _ violations: [String]) {
        seeds += 1
        if !violations.isEmpty { failures.append(.init(seed: seed, violations: violations)) }
        for (point, count) in result.passed { passed["\(point)", default: 0] += count }
        for fault in result.fired {
            hit["\(fault.point)", default: 0] += 1
            fired[fault.action.rawValue, default: 0] += 1
        }
        messages += result.counters.attempted
        acknowledged += result.counters.acknowledged
        lost += result.counters.lost
        unexpected += result.counters.unexpected
        duplicated += result.counters.duplicated
        recovered += result.counters.recovered
        redelivered += result.counters.redelivered
    }
}

/// Runs something on a thread of its own, with room for deep calls.
func onOwnThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread {
            let result = Result { try body() }
            continuation.resume(with: result)
        }
        thread.stackSize = 64 << 20
        thread.start()
    }
}

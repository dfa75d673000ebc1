import Contracts
import Foundation
import Programmes
import Testing

/// The promise of the README, on a simulated broker and two simulated clocks, over a real PostgreSQL.
@Suite(.serialized, .enabled(if: Ground.isPresent, "needs the PostgreSQL that deploy/local/simulation starts"))
struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment

    private static func number(_ name: String) -> UInt64? {
        environment["GUILDHALL_SIMULATION_\(name)"].flatMap { UInt64($0) }
    }

    private static func campaign() throws -> Campaign {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func text(_ example: String) throws -> String {
            let file = root.appending(path: "deploy/examples/\(example)/programme.yaml")
            return try String(contentsOf: file, encoding: .utf8)
        }
        let season = try text("seasonal-retail")
        return Campaign(
            programmes: [("seasonal-retail", try text("sample")), (Workload.season, season)],
            season: try ProgrammeReader.read(season))
    }

    @Test("a seed repeats its run exactly, to the last decision of the scheduler", arguments: [5, 11] as [UInt64])
    func repeats(_ seed: UInt64) async throws {
        let campaign = try Self.campaign()
        try await onOwnThread {
            let run = try campaign.run(on: 1)
            let inputs = Workload(seed: seed, season: campaign.season).delivered(seed)
            let first = try run.play(inputs, FaultPlan(seed: seed), seed: seed)
            let second = try run.play(inputs, FaultPlan(seed: seed), seed: seed)
            #expect(first.trace == second.trace)
            #expect(first.digest == second.digest)
        }
    }

    /// All seeds that are asked for; without a number, as many as two minutes allow.
    @Test("nothing is lost, nothing doubled, whatever breaks: facts and outcomes are those of a run without faults")
    func seeds() async throws {
        if Self.number("SEED") != nil { return }
        var campaign = try Self.campaign()
        let count = Self.number("SEEDS")
        if count == nil { campaign.deadline = Date(timeIntervalSinceNow: 110) }
        campaign.stopsAtFailure = Self.environment["GUILDHALL_SIMULATION_ALL"] == nil
        let start = Date()
        let first = Self.number("FIRST") ?? 0
        let summary = try await campaign.play(first..<(first + (count ?? 1 << 20)), grounds: 3)
        print(Report.text(of: summary, seconds: Date().timeIntervalSince(start)))
        for failure in summary.failures.prefix(3) {
            Issue.record("seed \(failure.seed): \(failure.violations.prefix(5).joined(separator: "; "))")
        }
        if let failure = summary.failures.first, Self.environment["GUILDHALL_MUTANT"] == nil {
            try await explain(failure.seed, campaign)
        }
        #expect(summary.lost == 0 && summary.unexpected == 0 && summary.duplicated == 0)
        // What is never there cannot differ either.
        if summary.seeds >= 64 {
            let never = Set(Observations.queries.map(\.name)).subtracting(summary.observed)
            #expect(never.isEmpty, "nothing is ever observed of \(never.sorted())")
        }
        #expect(summary.seeds > 0 || !summary.failures.isEmpty)
    }

    @Test("one seed is shown at length", .enabled(if: number("SEED") != nil, "no seed was asked for"))
    func one() async throws {
        try await explain(try #require(Self.number("SEED")), try Self.campaign())
    }

    /// Shrinks a failing seed and prints what is left of it.
    private func explain(_ seed: UInt64, _ campaign: Campaign) async throws {
        let text = try await onOwnThread {
            let run = try campaign.run(on: 1)
            let shrinker = Shrinker(run: run, seed: seed, deadline: Date(timeIntervalSinceNow: 120))
            let workload = Workload(seed: seed / Campaign.seedsAWorkload, season: campaign.season).delivered(seed)
            guard let found = try shrinker.smallest(workload, FaultPlan(seed: seed)) else {
                let result = try run.play(workload, FaultPlan(seed: seed), seed: seed)
                return "seed \(seed) does not fail; what happened:\n\(result.trace.joined(separator: "\n"))"
            }
            return Report.text(of: found, seed: seed)
        }
        print(text)
    }
}

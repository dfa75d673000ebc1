import Foundation

/// Everything that one run measured, as `results.json` holds it.
struct Results: Codable, Sendable {
    var machine: Machine
    /// Replays; more than one where the measurement was repeated.
    var suite: [SuiteResult]
    /// By stage.
    var stages: [String: [StageResult]]
    /// The reference loop, run by turns with the stages; empty where its source is not there.
    var reference: [ReferenceRound]
    /// By stage: of the loop's rounds, for each of the stage's the last one before it.
    var references: [String: [ReferenceRound]]
    /// The five services in a chain, and five loops in one.
    var hops: [HopsResult]
    var referenceHops: [ReferenceRound]
    /// Reading and writing one message, in each round.
    var json: [JSONResult]
    /// What one core signs, in each round of the issuing stage.
    var signing: [SigningRound]
    /// By stage and rate: its service alone, with one subscriber.
    var paces: [String: [Int: [LatencyResult]]]
    /// By rate: onboarding beside the other four.
    var latency: [Int: [LatencyResult]]
    var referenceLatency: [Int: [ReferenceLatency]]
    /// By rate: the reference loop, timed as the stages are.
    var loopPaces: [Int: [LatencyResult]]
    var chain: [LatencyResult]
    /// What several replicas did.
    var scale: ScaleResults
    /// Stages on tables that held rows before, and what removing such rows costs.
    var growth: [GrowthRound]
    var removals: [GrowthRemoval]
    /// Memory while the services were at work for long.
    var endurance: [EnduranceMinute]

    static let rates = [200, 2000]

    /// Reads the lines that the measurements printed; a measurement that was left out has no file.
    init(folder: URL) throws {
        func lines<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> [Value] {
            let file = folder.appendingPathComponent("\(name).jsonl")
            guard FileManager.default.fileExists(atPath: file.path) else { return [] }
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
                try JSONDecoder().decode(type, from: Data($0.utf8))
            }
        }
        guard let machine = try lines(Machine.self, "machine").last else {
            throw BenchError("\(folder.path) has no machine.jsonl")
        }
        self.machine = machine
        suite = try lines(SuiteResult.self, "suite")
        reference = try lines(ReferenceRound.self, "reference")
        signing = try lines(SigningRound.self, "signing")
        chain = try lines(LatencyResult.self, "chain")
        scale = ScaleResults(
            drains: try lines(DrainResult.self, "scale-drain"),
            handovers: try lines(HandoverResult.self, "scale-handover"))
        growth = try lines(GrowthRound.self, "growth-stages")
        removals = try lines(GrowthRemoval.self, "growth-removal")
        endurance = try lines(EnduranceMinute.self, "endurance")
        stages = [:]
        paces = [:]
        references = [:]
        for stage in BenchStage.allCases.map(\.rawValue) {
            stages[stage] = try lines(StageResult.self, "stage-\(stage)")
            references[stage] = try lines(ReferenceRound.self, "reference-\(stage)")
            for rate in Results.rates {
                paces[stage, default: [:]][rate] = try lines(LatencyResult.self, "pace-\(stage)-\(rate)")
            }
        }
        hops = try lines(HopsResult.self, "hops")
        referenceHops = try lines(ReferenceRound.self, "reference-hops")
        json = try lines(JSONResult.self, "json")
        latency = [:]
        referenceLatency = [:]
        loopPaces = [:]
        for rate in Results.rates {
            latency[rate] = try lines(LatencyResult.self, "latency-\(rate)")
            referenceLatency[rate] = try lines(ReferenceLatency.self, "reference-latency-\(rate)")
            loopPaces[rate] = try lines(LatencyResult.self, "loop-pace-\(rate)")
        }
    }

    /// The replay with the median rate.
    var medianSuite: SuiteResult? {
        let sorted = suite.sorted { $0.recordsPerSecond < $1.recordsPerSecond }
        return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
    }

    /// Messages a second of a stage, the median of the rounds.
    func stageRate(_ stage: BenchStage) -> Double? { (stages[stage.rawValue] ?? []).map(\.messagesPerSecond).median }

    /// A stage's rate by that of the reference loop just before it, the median of the rounds: what else the machine does
    /// changes from minute to minute, and both pay for it.
    func ratio(_ stage: BenchStage) -> Double? {
        zip(stages[stage.rawValue] ?? [], references[stage.rawValue] ?? [])
            .map { $0.messagesPerSecond / $1.messagesPerSecond }.median
    }

    /// Messages a second of the reference loop, the median of the rounds.
    var referenceRate: Double? { reference.map(\.messagesPerSecond).median }
}

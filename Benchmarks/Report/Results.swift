import Foundation

/// Everything that one run measured, as `results.json` holds it.
struct Results: Codable, Sendable {
    var machine: Machine
    /// Replays; more than one where the measurement was repeated.
    var suite: [SuiteResult]
    /// By service.
    var stages: [String: [StageResult]]
    /// The reference loop, run by turns with the stages; empty where its source is not there.
    var reference: [ReferenceRound]
    /// What one core signs, in each round of the issuing stage.
    var signing: [SigningRound]
    /// By rate.
    var latency: [Int: [LatencyResult]]
    var referenceLatency: [Int: [ReferenceLatency]]
    var chain: [LatencyResult]

    static let stagedServices = ["onboarding", "metrics", "credentialing"]
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
        stages = [:]
        for service in Results.stagedServices { stages[service] = try lines(StageResult.self, "stage-\(service)") }
        latency = [:]
        referenceLatency = [:]
        for rate in Results.rates {
            latency[rate] = try lines(LatencyResult.self, "latency-\(rate)")
            referenceLatency[rate] = try lines(ReferenceLatency.self, "reference-latency-\(rate)")
        }
    }

    /// The replay with the median rate.
    var medianSuite: SuiteResult? {
        let sorted = suite.sorted { $0.recordsPerSecond < $1.recordsPerSecond }
        return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
    }

    /// Messages a second of a stage, the median of the rounds.
    func stageRate(_ service: String) -> Double? { (stages[service] ?? []).map(\.messagesPerSecond).median }

    /// A stage's rate by that of the reference loop in the same round, the median of the rounds: what else the machine
    /// does changes from minute to minute, and both pay for it.
    func ratio(_ service: String) -> Double? {
        zip(stages[service] ?? [], reference).map { $0.messagesPerSecond / $1.messagesPerSecond }.median
    }

    /// Messages a second of the reference loop, the median of the rounds.
    var referenceRate: Double? { reference.map(\.messagesPerSecond).median }
}

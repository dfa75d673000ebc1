import Foundation

extension SuiteHouse {
    /// The miniature, written for this scenario, its programme published.
    func publishedSample(people: Int = 400, seed: UInt64 = 2013) async throws -> Sample {
        let sample = try await Sample.make(people: people, seed: seed, in: folder.appendingPathComponent("data"))
        let programme = sample.folder.appendingPathComponent("programme.yaml").path
        try await guildhall(["programme", "publish", programme]).checked()
        return sample
    }

    /// Imports a sample; returns when the broker has confirmed every message.
    func importing(_ sample: Sample, _ options: [String] = []) async throws {
        struct Summary: Decodable {
            var records: Int
            var seconds: Double
        }
        let mapping = SuiteEnvironment.root.appendingPathComponent("deploy/examples/oulad/mapping.yaml").path
        let arguments = ["import", "--mapping", mapping, sample.folder.path, "--no-resume", "--json"] + options
        let summary: Summary = try await guildhall(arguments, within: .seconds(180)).json()
        guard summary.records == sample.records else {
            throw SuiteFailure("sent \(summary.records) records instead of \(sample.records)")
        }
        say("sent \(summary.records) records in \(summary.seconds) s")
    }
}

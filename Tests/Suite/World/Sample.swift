import Foundation

/// The miniature on disk, with the figures that must come of it.
struct Sample: Sendable {
    /// Days of the rehire figures.
    static let days = ["2014-06-30", "2015-12-31"]

    let folder: URL
    /// One line a credential: contractor, offering, award day.
    let awards: [String]
    /// One line a premium use: contractor, day on which the engagement starts, day of the credential's award.
    let premiums: [String]
    /// The other figures, as the recomputation prints them.
    let report: [String: Int]

    /// How many records there are.
    var records: Int { report["received"] ?? 0 }

    /// Writes the miniature and lets a script that shares no code with the services compute the figures.
    static func make(people: Int = 400, seed: UInt64 = 2013, in folder: URL) async throws -> Sample {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let miniature = Miniature(people: people, seed: seed)
        try miniature.write(to: folder)
        let files = ["awards", "premiums"].map { folder.appendingPathComponent("\($0).tsv") }
        let printed = try await recompute(
            folder, ["--awards", files[0].path, "--premiums", files[1].path]
        ).checked()
        guard let document = try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any] else {
            throw SuiteFailure("the recomputation printed no object: \(printed)")
        }
        let awards = try lines(files[0])
        let days = Dictionary(uniqueKeysWithValues: awards.map(fields).map { ("\($0[0])\t\($0[1])", $0[2]) })
        let starts = miniature.starts
        let premiums = try lines(files[1]).map(fields).map { use in
            "\(use[0])\t\(starts[use[1]] ?? "")\t\(days["\(use[0])\t\(use[2])"] ?? "")"
        }
        return Sample(
            folder: folder, awards: awards, premiums: premiums.sorted(),
            report: document.compactMapValues { $0 as? Int })
    }

    /// What differs between a report of the suite and the recomputation; empty when nothing does.
    func differences(from report: String, ignoring keys: [String] = []) async throws -> String {
        let file = folder.appendingPathComponent("reconcile-\(UUID().uuidString).json")
        try Data(report.utf8).write(to: file)
        let ignored = keys.isEmpty ? [] : ["--ignore"] + keys
        let result = try await Sample.recompute(folder, ["--compare", file.path] + ignored)
        return result.status == 0 ? "" : "\(result.output)\(result.errors)"
    }

    private static func recompute(_ folder: URL, _ arguments: [String]) async throws -> Program.Result {
        let script = SuiteEnvironment.root.appendingPathComponent("Tests/Recompute/recompute_oulad.py").path
        return try await Program(path: "/usr/bin/env", folder: folder)
            .run(["python3", script, folder.path, "--as-of"] + days + arguments)
    }

    private static func fields(_ line: String) -> [String] {
        line.split(separator: "\t").map(String.init)
    }

    private static func lines(_ url: URL) throws -> [String] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init).sorted()
    }
}

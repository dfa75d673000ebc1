import Foundation
import Statistics

@testable import GuildhallCommand

/// A CSV file for as long as a test looks at it.
struct ExperimentFile {
    /// The table of a text, by the columns arm and y and what else is named.
    static func table(
        _ text: String, covariates: [String] = [], cluster: String? = nil, event: String? = nil,
        kind: OutcomeKind? = nil,
    ) throws -> ExperimentTable {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try ExperimentTable(
            url,
            ExperimentColumns(
                arm: "arm", outcome: "y", covariates: covariates, cluster: cluster, event: event, kind: kind))
    }
}

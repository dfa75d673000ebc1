import Foundation
import Statistics

/// One row of an experiment's file.
struct ExperimentRow {
    let cells: [String: String]
    let file: String
    let line: Int

    private static let missing: Set<String> = ["", "na", "n/a", "nan", "null", "none"]

    /// The text in a column, nil when nothing is there.
    func text(_ column: String) -> String? {
        guard let text = cells[column], !ExperimentRow.missing.contains(text.lowercased()) else { return nil }
        return text
    }

    /// The unit, nil when a value is missing; a value that is no number is an error.
    func unit(_ arm: String, _ columns: ExperimentColumns) throws -> ExperimentUnit? {
        guard let outcome = try number(columns.outcome) else { return nil }
        var covariates: [Double] = []
        for column in columns.covariates {
            guard let value = try number(column) else { return nil }
            covariates.append(value)
        }
        var happened = true
        if let event = columns.event {
            guard let value = try number(event) else { return nil }
            guard value == 0 || value == 1 else { throw failure(event, "must be 0 or 1") }
            happened = value == 1
        }
        var cluster: String?
        if let column = columns.cluster {
            guard let name = text(column) else { return nil }
            cluster = name
        }
        return ExperimentUnit(arm: arm, outcome: outcome, happened: happened, covariates: covariates, cluster: cluster)
    }

    private func number(_ column: String) throws -> Double? {
        guard let text = text(column) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return 1
        case "false", "no": return 0
        default: break
        }
        guard let number = Double(text), number.isFinite else { throw failure(column, "is no number: '\(text)'") }
        return number
    }

    private func failure(_ column: String, _ message: String) -> ImportError {
        ImportError(
            file: file, line: line, "The column '\(column)' \(message).",
            remedy: "Write a number, or leave the field empty if the value is not known.")
    }
}

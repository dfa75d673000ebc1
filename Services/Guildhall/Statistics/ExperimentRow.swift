import Foundation
import Statistics

/// One row of an experiment's file.
struct ExperimentRow {
    let cells: [String: String]
    let file: String
    let line: Int

    private static let missing: Set<String> = ["", "na", "n/a", "nan", "null"]

    /// The name in a column, nil when nothing is there.
    func name(_ column: String) -> String? {
        guard let text = cells[column], !ExperimentRow.missing.contains(text.lowercased()) else { return nil }
        return text
    }

    /// The unit, nil when a value is missing; a value that makes no sense is an error.
    func unit(_ arm: String, _ columns: ExperimentColumns) throws -> ExperimentUnit? {
        guard let outcome = try number(columns.outcome) else { return nil }
        try check(outcome, columns)
        var covariates: [Double] = []
        for column in columns.covariates {
            guard let value = try number(column) else { return nil }
            covariates.append(value)
        }
        var happened = true
        if let event = columns.event {
            guard let value = try number(event) else { return nil }
            guard value == 0 || value == 1 else {
                throw failure(event, "must be 0 or 1", "Write 1 where the event came, 0 where watching ended before.")
            }
            happened = value == 1
        }
        var cluster: String?
        if let column = columns.cluster {
            guard let name = name(column) else { return nil }
            cluster = name
        }
        return ExperimentUnit(arm: arm, outcome: outcome, happened: happened, covariates: covariates, cluster: cluster)
    }

    /// An error that names a column of this row.
    func failure(_ column: String, _ message: String, _ remedy: String) -> ImportError {
        ImportError(file: file, line: line, "The column '\(column)' \(message).", remedy: remedy)
    }

    private func check(_ outcome: Double, _ columns: ExperimentColumns) throws {
        switch columns.kind {
        case .proportion where outcome != 0 && outcome != 1:
            throw failure(columns.outcome, "must be 0 or 1 for a proportion", "Correct it, or choose another --kind.")
        case .survival where outcome < 0:
            throw failure(columns.outcome, "is a duration below 0", "Correct it, or choose another --kind.")
        default:
            break
        }
    }

    private func number(_ column: String) throws -> Double? {
        guard let text = name(column) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return 1
        case "false", "no": return 0
        case "none": return nil
        default: break
        }
        guard let number = Double(text), number.isFinite else {
            throw failure(
                column, "is no number: '\(text)'",
                "Write a number with a decimal point, or leave the field empty if the value is not known.")
        }
        return number
    }
}

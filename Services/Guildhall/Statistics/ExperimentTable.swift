import Foundation
import Statistics

/// The units of an experiment as they stand in a CSV file.
struct ExperimentTable {
    /// The rows that are complete.
    private(set) var units: [ExperimentUnit] = []
    /// Complete and incomplete rows of each arm.
    private(set) var rows: [String: (complete: Int, incomplete: Int)] = [:]
    /// Rows that name no arm.
    private(set) var strays = 0
    private let columns: ExperimentColumns

    init(_ url: URL, _ columns: ExperimentColumns) throws {
        self.columns = columns
        let names = columns.names
        let table = try CSVTable.read(url, columns: names)
        for row in 0..<table.count {
            var cells: [String: String] = [:]
            for (column, name) in names.enumerated() {
                cells[name] = table.text(row: row, column: column).trimmingCharacters(in: .whitespaces)
            }
            try take(ExperimentRow(cells: cells, file: table.file, line: table.line(ofRow: row)))
        }
    }

    /// Whether every outcome is 0 or 1.
    var isYesOrNo: Bool { units.allSatisfy { $0.outcome == 0 || $0.outcome == 1 } }

    /// The arm called control, whatever its case, else the first by name.
    func usualControl() throws -> String {
        let names = rows.keys.sorted()
        guard let first = names.first else {
            throw StatisticsError(columns.arm, "has no value in any row")
        }
        return names.first { $0.lowercased() == "control" } ?? first
    }

    /// What the file itself gives reason to say.
    func warnings(for kind: OutcomeKind) throws -> [ExperimentReport.Warning] {
        var warnings: [ExperimentReport.Warning] = []
        if strays > 0 { warnings.append(.init("no_arm", "Rows without an arm were left out: \(strays).")) }
        let incomplete = rows.filter { $0.value.incomplete > 0 }.sorted { $0.key < $1.key }
        if !incomplete.isEmpty {
            let list = incomplete.map { "\($0.key) \($0.value.incomplete)" }.joined(separator: ", ")
            warnings.append(.init("incomplete", "Rows with a missing value were left out: \(list)."))
        }
        if try losesUnevenly() {
            warnings.append(
                .init("uneven_loss", "The arms lost different shares of their rows: what is left may not compare."))
        }
        if kind == .survival, columns.event == nil {
            warnings.append(
                .init("no_event_column", "Without --event every duration is taken to end with the event."))
        }
        return warnings
    }

    private mutating func take(_ row: ExperimentRow) throws {
        guard let arm = row.text(columns.arm) else {
            strays += 1
            return
        }
        if let unit = try row.unit(arm, columns) {
            units.append(unit)
            rows[arm, default: (0, 0)].complete += 1
        } else {
            rows[arm, default: (0, 0)].incomplete += 1
        }
    }

    private func losesUnevenly() throws -> Bool {
        let lost = rows.values.reduce(0) { $0 + $1.incomplete }
        let all = rows.values.reduce(0) { $0 + $1.complete + $1.incomplete }
        guard lost > 0, lost < all else { return false }
        // Pearson's chi-square of arms by kept or lost, as a ratio check of the lost rows.
        let arms = rows.sorted { $0.key < $1.key }.map(\.value)
        guard arms.count > 1 else { return false }
        let check = try SampleRatioMismatch.evaluate(
            .init(
                observed: arms.map { Double($0.incomplete) }, weights: arms.map { Double($0.complete + $0.incomplete) },
                threshold: 0.01))
        return check.mismatch == true
    }
}

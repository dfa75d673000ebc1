import Foundation
import Statistics

/// The units of an experiment as they stand in a CSV file.
struct ExperimentTable {
    /// Complete and incomplete rows of an arm.
    struct Rows {
        var complete = 0
        var incomplete = 0
        var all: Int { complete + incomplete }
    }

    /// What people call the file.
    let file: String
    let columns: ExperimentColumns
    /// The rows that are complete.
    private(set) var units: [ExperimentUnit] = []
    /// The rows of each arm.
    private(set) var rows: [String: Rows] = [:]
    /// Rows that name no arm.
    private(set) var strays = 0
    private var armOfCluster: [String: String] = [:]

    init(_ url: URL, _ columns: ExperimentColumns) throws {
        self.columns = columns
        let names = columns.names
        let table = try CSVTable.read(url, columns: names)
        file = table.file
        for row in 0..<table.count {
            var cells: [String: String] = [:]
            for (column, name) in names.enumerated() {
                cells[name] = table.text(row: row, column: column).trimmingCharacters(in: .whitespaces)
            }
            try take(ExperimentRow(cells: cells, file: table.file, line: table.line(ofRow: row)))
        }
        try check()
    }

    /// The arms by name.
    var arms: [String] { rows.keys.sorted() }

    /// What sort of outcome it is: what was said, else a proportion when every outcome is 0 or 1.
    var kind: OutcomeKind {
        columns.kind ?? (units.allSatisfy { $0.outcome == 0 || $0.outcome == 1 } ? .proportion : .mean)
    }

    private mutating func take(_ row: ExperimentRow) throws {
        guard let arm = row.name(columns.arm) else {
            strays += 1
            return
        }
        guard let unit = try row.unit(arm, columns) else {
            rows[arm, default: Rows()].incomplete += 1
            return
        }
        if let column = columns.cluster, let cluster = unit.cluster,
            let other = armOfCluster.updateValue(arm, forKey: cluster), other != arm
        {
            throw row.failure(
                column, "has '\(cluster)' in two arms, '\(other)' and '\(arm)'",
                "A cluster is assigned as a whole: name another column, or leave --cluster out.")
        }
        units.append(unit)
        rows[arm, default: Rows()].complete += 1
    }
}

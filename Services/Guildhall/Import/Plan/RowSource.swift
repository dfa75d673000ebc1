import Foundation

/// The files of a mapping in memory, and the values of their rows.
struct RowSource: Sendable {
    let mapping: ImportMapping
    private let tables: [String: CSVTable]
    private let indexes: [String: [String: UInt32]]

    /// Reads the files from a folder.
    init(_ mapping: ImportMapping, folder: URL) throws(ImportError) {
        self.mapping = mapping
        let joined = Set(mapping.records.flatMap { $0.joins.map(\.file) })
        let used = joined.union(mapping.records.map(\.file))
        var tables: [String: CSVTable] = [:]
        var indexes: [String: [String: UInt32]] = [:]
        for name in used.sorted() {
            guard let file = mapping.files[name] else { continue }
            let table = try CSVTable.read(folder.appendingPathComponent(file.file), columns: file.columns)
            tables[name] = table
            if joined.contains(name) { indexes[name] = try RowSource.index(table, by: file.key) }
        }
        self.tables = tables
        self.indexes = indexes
    }

    /// How many rows a record of the mapping has.
    func count(of record: RecordMapping) -> Int { tables[record.file]?.count ?? 0 }

    /// The values of a row: its columns, those of the rows that belong to it, and what is computed from them.
    func values(_ record: RecordMapping, row: Int) throws(ImportError) -> [ImportValue] {
        guard let table = tables[record.file] else { return [] }
        var values: [ImportValue] = []
        values.reserveCapacity(record.columnCount + record.values.count)
        for column in table.columns.indices { values.append(ImportValue(table.text(row: row, column: column))) }
        for join in record.joins { try append(join, to: &values, table, row) }
        for computed in record.values {
            do {
                values.append(try computed.expression.value(values))
            } catch {
                throw ImportError(
                    file: table.file, line: table.line(ofRow: row),
                    "'\(computed.name)' (line \(computed.line) of the mapping): \(error.message)", remedy: error.remedy)
            }
        }
        return values
    }

    /// What people call a row, for errors.
    func place(_ record: RecordMapping, row: Int) -> (file: String, line: Int) {
        (tables[record.file]?.file ?? record.file, tables[record.file]?.line(ofRow: row) ?? 0)
    }

    private func append(
        _ join: Join, to values: inout [ImportValue], _ table: CSVTable, _ row: Int,
    ) throws(ImportError) {
        guard let other = tables[join.file], let index = indexes[join.file] else { return }
        let key = RowSource.key(join.on.map { values[$0].text ?? "" })
        if let found = index[key] {
            for column in join.columns { values.append(ImportValue(other.text(row: Int(found), column: column))) }
        } else if join.optional {
            for _ in join.columns { values.append(.empty) }
        } else {
            let shown = join.on.map { values[$0].text ?? "" }.joined(separator: ", ")
            throw ImportError(
                file: table.file, line: table.line(ofRow: row), "\(other.file) has no row for (\(shown)).",
                remedy: "Add it, or write 'optional: true' at the join.")
        }
    }

    private static func index(_ table: CSVTable, by key: [String]) throws(ImportError) -> [String: UInt32] {
        let columns = key.compactMap { table.columns.firstIndex(of: $0) }
        var index: [String: UInt32] = [:]
        index.reserveCapacity(table.count)
        for row in 0..<table.count {
            let parts = columns.map { table.text(row: row, column: $0) }
            if let first = index.updateValue(UInt32(row), forKey: RowSource.key(parts)) {
                let line = table.line(ofRow: Int(first))
                throw ImportError(
                    file: table.file, line: table.line(ofRow: row),
                    "The key (\(parts.joined(separator: ", "))) stands on line \(line) already.",
                    remedy: "A key has to name one row; add a column to it.")
            }
        }
        return index
    }

    private static func key(_ parts: [String]) -> String {
        // The unit separator, so that no two lists of parts run together.
        parts.count == 1 ? parts[0] : parts.joined(separator: "\u{1F}")
    }
}

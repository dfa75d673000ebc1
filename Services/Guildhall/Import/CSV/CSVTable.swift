import Foundation

/// The columns of a CSV file that a mapping uses, packed: a field costs its bytes and four more.
struct CSVTable: Sendable {
    /// What people call the file.
    let file: String
    /// The kept columns, in the order asked for.
    let columns: [String]
    /// How many rows it has.
    private(set) var count = 0

    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    private var lines: [UInt32] = []

    private init(file: String, columns: [String]) {
        self.file = file
        self.columns = columns
    }

    /// Reads a file piece by piece; nothing but the columns asked for stays in memory.
    static func read(_ url: URL, columns: [String]) throws(ImportError) -> CSVTable {
        var builder = Builder(table: CSVTable(file: url.lastPathComponent, columns: columns))
        var parser = CSVParser(file: url.lastPathComponent)
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: url)
        } catch {
            throw ImportError(
                file: url.lastPathComponent, "The file cannot be opened.",
                remedy: "Check that \(url.path) exists and may be read.")
        }
        defer { try? handle.close() }
        while true {
            let piece: Data?
            do {
                piece = try handle.read(upToCount: 1 << 16)
            } catch {
                throw ImportError(file: url.lastPathComponent, "Reading failed: \(error).", remedy: "Try again.")
            }
            guard let piece, !piece.isEmpty else { break }
            try parser.take(Array(piece)[...]) { row throws(ImportError) in try builder.take(row) }
        }
        try parser.finish { row throws(ImportError) in try builder.take(row) }
        return try builder.finish()
    }

    /// The bytes of a field.
    func bytes(row: Int, column: Int) -> ArraySlice<UInt8> {
        let index = row * columns.count + column
        return bytes[Int(ends[index])..<Int(ends[index + 1])]
    }

    /// The text of a field.
    func text(row: Int, column: Int) -> String {
        String(decoding: bytes(row: row, column: column), as: UTF8.self)
    }

    /// The line on which a row begins.
    func line(ofRow row: Int) -> Int { Int(lines[row]) }

    /// Puts rows into a table; the first one says where its columns are.
    private struct Builder {
        var table: CSVTable
        private var places: [Int]?
        private var width = 0

        init(table: CSVTable) {
            self.table = table
        }

        mutating func take(_ row: CSVRow) throws(ImportError) {
            guard let places else { return try header(row) }
            guard row.count == width else {
                throw ImportError(
                    file: table.file, line: row.line, "The row has \(row.count) fields, the header has \(width).",
                    remedy: "Quote fields that hold commas.")
            }
            for place in places {
                table.bytes.append(contentsOf: row[place])
                guard let end = UInt32(exactly: table.bytes.count) else {
                    throw ImportError(
                        file: table.file, line: row.line, "The columns in use are longer than 4 GiB.",
                        remedy: "Split the file.")
                }
                table.ends.append(end)
            }
            guard row.isValidUTF8 else {
                throw ImportError(
                    file: table.file, line: row.line, "The row is not UTF-8.", remedy: "Save the file as UTF-8.")
            }
            table.lines.append(UInt32(clamping: row.line))
            table.count += 1
        }

        func finish() throws(ImportError) -> CSVTable {
            guard places != nil else {
                throw ImportError(
                    file: table.file, line: 1, "The file is empty.", remedy: "Its first line has to name the columns.")
            }
            return table
        }

        private mutating func header(_ row: CSVRow) throws(ImportError) {
            let names = (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
            var places: [Int] = []
            for column in table.columns {
                let found = names.indices.filter { names[$0] == column }
                guard let place = found.first else {
                    throw ImportError(
                        file: table.file, line: row.line, "There is no column '\(column)'.",
                        remedy: "The file has: \(names.joined(separator: ", ")).")
                }
                guard found.count == 1 else {
                    throw ImportError(
                        file: table.file, line: row.line, "The column '\(column)' stands twice.",
                        remedy: "Give each column its own name.")
                }
                places.append(place)
            }
            width = row.count
            self.places = places
        }
    }
}

extension CSVRow {
    fileprivate var isValidUTF8: Bool {
        // ASCII is valid, and nearly all there is.
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }
}

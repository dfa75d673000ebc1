/// Takes CSV text (RFC 4180) in pieces and hands out its rows.
///
/// Quoted fields may hold commas, line ends and doubled quotes; lines end with LF or CR LF; a byte order mark at the
/// beginning is skipped, and so are empty lines.
struct CSVParser {
    private enum State {
        case fieldStart, plain, quoted, quoteInQuoted, carriageReturn
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let file: String
    private var state = State.fieldStart
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var line = 1
    private var rowLine = 1
    /// How much of the byte order mark has been seen; all of it also stands for "not looking any more".
    private var matched = 0

    init(file: String) {
        self.file = file
    }

    /// Takes the next piece and hands out the rows that it completes.
    mutating func take(
        _ piece: ArraySlice<UInt8>, row: (CSVRow) throws(ImportError) -> Void,
    ) throws(ImportError) {
        for byte in piece {
            if matched < CSVParser.mark.count {
                if CSVParser.mark[matched] == byte {
                    matched += 1
                    continue
                }
                let text = CSVParser.mark[..<matched]
                matched = CSVParser.mark.count
                for byte in text { try step(byte, row) }
            }
            try step(byte, row)
        }
    }

    /// Hands out the last row, when the text does not end with a line end.
    mutating func finish(row: (CSVRow) throws(ImportError) -> Void) throws(ImportError) {
        switch state {
        case .quoted:
            throw failure("A quote is opened and never closed.", "Close it, or double one that belongs to the text.")
        case .carriageReturn:
            throw failure(CSVParser.loneReturn.0, CSVParser.loneReturn.1)
        case .fieldStart where ends.isEmpty && bytes.isEmpty:
            return
        case .fieldStart, .plain, .quoteInQuoted:
            try endRow(row)
        }
    }

    private static let loneReturn = ("A carriage return stands without a line feed.", "End lines with LF or CR LF.")

    private mutating func step(
        _ byte: UInt8, _ row: (CSVRow) throws(ImportError) -> Void,
    ) throws(ImportError) {
        switch (state, byte) {
        case (.quoted, CSVParser.quote):
            state = .quoteInQuoted
        case (.quoted, _):
            if byte == CSVParser.lineFeed { line += 1 }
            bytes.append(byte)
        case (.quoteInQuoted, CSVParser.quote):
            bytes.append(byte)
            state = .quoted
        case (.carriageReturn, CSVParser.lineFeed):
            try endRow(row)
        case (.carriageReturn, _):
            throw failure(CSVParser.loneReturn.0, CSVParser.loneReturn.1)
        case (_, CSVParser.comma):
            ends.append(bytes.count)
            state = .fieldStart
        case (_, CSVParser.lineFeed):
            try endRow(row)
        case (_, CSVParser.carriageReturn):
            state = .carriageReturn
        case (.fieldStart, CSVParser.quote):
            state = .quoted
        case (.fieldStart, _):
            bytes.append(byte)
            state = .plain
        case (.plain, CSVParser.quote):
            throw failure(
                "A quote stands inside a field that is not quoted.", "Quote the whole field and double the quote.")
        case (.plain, _):
            bytes.append(byte)
        case (.quoteInQuoted, _):
            throw failure("Text follows a closing quote.", "Double a quote that belongs to the text.")
        }
    }

    private mutating func endRow(_ row: (CSVRow) throws(ImportError) -> Void) throws(ImportError) {
        let isEmptyLine = ends.isEmpty && bytes.isEmpty && state != .quoteInQuoted
        ends.append(bytes.count)
        if !isEmptyLine { try row(CSVRow(line: rowLine, bytes: bytes, ends: ends)) }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        line += 1
        rowLine = line
        state = .fieldStart
    }

    private func failure(_ message: String, _ remedy: String) -> ImportError {
        ImportError(file: file, line: line, message, remedy: remedy)
    }
}

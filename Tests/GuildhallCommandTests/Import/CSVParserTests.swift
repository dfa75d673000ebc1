import Testing

@testable import GuildhallCommand

@Suite("Reading CSV")
struct CSVParserTests {
    /// The rows of a text that is taken in pieces of so many bytes.
    private func rows(_ text: String, pieces: Int = 1000) throws -> [[String]] {
        var rows: [[String]] = []
        var parser = CSVParser(file: "a.csv")
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try parser.take(bytes[start..<min(start + pieces, bytes.count)]) { row throws(ImportError) in
                rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
            }
        }
        try parser.finish { row throws(ImportError) in
            rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
        }
        return rows
    }

    @Test("quotes, line ends, a byte order mark and empty lines are read as RFC 4180 has them")
    func reading() throws {
        #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
        #expect(try rows("a,b\r\n1,\r\n") == [["a", "b"], ["1", ""]])
        #expect(try rows("a\n\n1") == [["a"], ["1"]])
        #expect(try rows("\u{FEFF}a,b\n1,2") == [["a", "b"], ["1", "2"]])
        #expect(try rows("a,b\n\"x,\"\"y\"\"\r\nz\",\"\"\n") == [["a", "b"], ["x,\"y\"\r\nz", ""]])
        #expect(try rows("a\n\"\"\n") == [["a"], [""]])
        #expect(try rows("") == [])
    }

    @Test("it does not matter how the text is cut into pieces")
    func pieces() throws {
        let text = "\u{FEFF}a,b\r\n\"x,\"\"y\"\"\",é\r\n,\r\n\"\",\"\n\"\r\n"
        let whole = try rows(text)
        for size in 1..<12 { #expect(try rows(text, pieces: size) == whole, "pieces of \(size)") }
    }

    @Test(
        "a mistake is named with its file and line",
        arguments: [
            ("a,b\n1,\"2", 2), ("a\nx\"y\n", 2), ("a\n\"x\"y\n", 2), ("a\rb\n", 1), ("a\n\"x\n\ny\"z\n", 4),
        ])
    func mistakes(text: String, line: Int) throws {
        let error = try #require(throws: ImportError.self) { try rows(text) }
        #expect(error.file == "a.csv")
        #expect(error.line == line)
        #expect(!error.remedy.isEmpty)
    }
}

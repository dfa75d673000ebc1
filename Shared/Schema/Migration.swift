/// One numbered step of the schema's history: plain SQL, run once in a transaction of its own.
public struct Migration: Sendable, Hashable {
    /// Its place; numbers are unique and need not follow each other.
    public let number: Int32
    /// What it does, in words joined by `_`.
    public let name: String
    /// One or more statements, without BEGIN and COMMIT.
    public let sql: String

    /// A step of the given number, name and SQL.
    public init(number: Int32, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// `0001_name`, as its file is called.
    public var title: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + name
    }
}

extension Migration {
    /// Reads a file's name, `NNNN_name.sql`; nil when it is not of that form.
    init?(fileName: String, sql: String) {
        guard fileName.hasSuffix(".sql") else { return nil }
        let parts = fileName.dropLast(4).split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int32(parts[0]), !parts[1].isEmpty
        else { return nil }
        self.init(number: number, name: String(parts[1]), sql: sql)
    }
}

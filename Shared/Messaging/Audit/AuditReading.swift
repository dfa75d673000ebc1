import Contracts
import Database

/// Reads a range of audit entries page by page, so that a long range takes no more memory than a short one.
public struct AuditReading: Sendable {
    private let statements: AuditStatements
    private let run: @Sendable ([Call]) async throws -> [Rows]

    /// Reads through a connection's or a pool's `run`.
    public init(_ statements: AuditStatements, run: @escaping @Sendable ([Call]) async throws -> [Rows]) {
        self.statements = statements
        self.run = run
    }

    /// The digest over all entries of transactions from `from` up to, not including, `to`.
    public func digest(from: String, to: String) async throws -> (digest: [UInt8], entries: Int64) {
        var digest = AuditChain.Digest()
        try await add(from: from, to: to, into: &digest)
        return (digest.bytes(), digest.count)
    }

    /// Adds all entries of transactions from `from` up to, not including, `to`.
    func add(from: String, to: String, into digest: inout AuditChain.Digest) async throws {
        var entry = AuditChain.Entry()
        var position = (xid: "0", id: Identifier(high: 0, low: 0))
        while true {
            let page = try await run([
                Call(statements.entries, [.text(from), .text(to), .text(position.xid), .uuid(position.id)])
            ])[0]
            for row in page {
                position = (try String(row.int64(1)), try row.identifier(0))
                try AuditReading.read(row, transaction: position.xid, into: &entry)
                digest.add(entry)
            }
            if page.count < 2000 { return }
        }
    }

    /// A row of ``AuditStatements/columns`` as it is hashed: whole numbers in decimal, the time as microseconds since 1970.
    private static func read(_ row: Row, transaction: String, into entry: inout AuditChain.Entry) throws {
        entry.clear()
        entry.add(try row.identifier(0))
        entry.add(transaction)
        entry.add(String(try row.timestamp(2).microseconds))
        try row.withOptionalUTF8(3) { entry.add(utf8: $0) }
        entry.add(try row.optionalIdentifier(4))
        for column in 5...6 { try row.withOptionalUTF8(column) { entry.add(utf8: $0) } }
        entry.add(try row.optionalInt64(7).map { String($0) })
        for column in 8...11 { try row.withOptionalUTF8(column) { entry.add(utf8: $0) } }
    }
}

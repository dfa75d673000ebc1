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
        var position = (xid: "0", id: Identifier(high: 0, low: 0))
        while true {
            let page = try await run([
                Call(statements.entries, [.text(from), .text(to), .text(position.xid), .uuid(position.id)])
            ])[0]
            for row in page {
                position = (try String(row.int64(1)), try row.identifier(0))
                digest.add(try AuditReading.entry(row, transaction: position.xid))
            }
            if page.count < 2000 { return (digest.bytes(), digest.count) }
        }
    }

    /// A row of ``AuditStatements/columns`` as it is hashed: whole numbers in decimal, the time as microseconds since 1970.
    private static func entry(_ row: Row, transaction: String) throws -> AuditChain.Entry {
        AuditChain.Entry(columns: [
            try row.identifier(0).description, transaction, String(try row.timestamp(2).microseconds), try row.text(3),
            try row.optionalIdentifier(4)?.description, try row.text(5), try row.optionalText(6),
            try row.optionalInt64(7).map { String($0) }, try row.text(8), try row.text(9), try row.text(10),
            try row.text(11),
        ])
    }
}

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
                let columns = try (0..<12).map { try row.optionalText($0) }
                digest.add(AuditChain.Entry(columns: columns))
                if let id = columns[0].flatMap(Identifier.init), let xid = columns[1] { position = (xid, id) }
            }
            if page.count < 2000 { return (digest.bytes(), digest.count) }
        }
    }
}

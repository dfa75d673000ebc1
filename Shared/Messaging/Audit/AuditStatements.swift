import Contracts
import Database

/// The statements over a service's audit trail, for the sealer and for `guildhall audit verify`.
public struct AuditStatements: Sendable {
    /// Takes the one sealer's lock; false when another replica has it.
    public let lock: Statement
    /// The last link: number, to_xid, link.
    public let last: Statement
    /// The transaction id below which every transaction has ended.
    public let horizon: Statement
    /// Entries of a range of transactions [from, to), in order, from behind a position on.
    public let entries: Statement
    /// Adds a link.
    public let seal: Statement
    /// All links in order, from a number on.
    public let links: Statement
    /// Entries at or beyond a transaction id, which no link covers yet.
    public let unsealed: Statement

    /// Columns of an entry in the order in which they are hashed; what they are as text, ``AuditReading`` says.
    static let columns = """
        id, xid, at, decision, contractor, rule, programme, programme_version, cause_source, cause_id, inputs, outcome
        """

    /// Statements of a service's tables.
    public init(_ service: ServiceName) {
        let s = service.rawValue
        lock = Statement("SELECT pg_try_advisory_lock(hashtext('\(s)_seal'))")
        last = Statement("SELECT number, to_xid::text, link FROM \(s)_seal ORDER BY number DESC LIMIT 1")
        horizon = Statement("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
        entries = Statement(
            """
            SELECT \(AuditStatements.columns) FROM \(s)_audit
            WHERE xid >= $1::text::xid8 AND xid < $2::text::xid8 AND (xid, id) > ($3::text::xid8, $4::uuid)
            ORDER BY xid, id LIMIT 2000
            """)
        seal = Statement(
            """
            INSERT INTO \(s)_seal
                (number, from_xid, to_xid, entries, digest, previous, link, signature, key, sealed_at)
            VALUES ($1, $2::text::xid8, $3::text::xid8, $4, $5, $6, $7, $8, $9, clock_timestamp())
            """)
        links = Statement(
            """
            SELECT number, from_xid::text, to_xid::text, entries, digest, previous, link, signature, key
            FROM \(s)_seal WHERE number > $1 ORDER BY number LIMIT 1000
            """)
        unsealed = Statement("SELECT count(*) FROM \(s)_audit WHERE xid >= $1::text::xid8")
    }
}

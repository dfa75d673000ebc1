import CPostgreSQL
import Synchronization

/// Keeps connections that ended in good order for whoever asks for the same again, with what they have prepared.
///
/// A simulation opens thousands of connections, and a backend's start costs more than all that it then does. What a
/// session leaves behind is undone first: its transaction and its advisory locks.
///
/// `@unchecked Sendable`: a connection lies here only while no thread has it.
public final class ConnectionReserve: @unchecked Sendable {
    private let kept = Mutex<[String: [Kept]]>([:])

    struct Kept: @unchecked Sendable {
        let connection: OpaquePointer
        let prepared: [Statement: [UInt32]]
    }

    /// Nothing is kept yet.
    public init() {}

    func take(_ key: String) -> Kept? {
        kept.withLock { $0[key]?.popLast() }
    }

    /// Takes a connection that is in pipeline mode and idle; false when it is not fit to be used again.
    func keep(_ connection: OpaquePointer, _ prepared: [Statement: [UInt32]], _ key: String) -> Bool {
        guard PQstatus(connection) == CONNECTION_OK, PQexitPipelineMode(connection) == 1,
            PQsetnonblocking(connection, 0) == 0
        else { return false }
        let script =
            PQtransactionStatus(connection) == PQTRANS_IDLE
            ? "SELECT pg_advisory_unlock_all()" : "ROLLBACK; SELECT pg_advisory_unlock_all()"
        let result = PQexec(connection, script)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { return false }
        kept.withLock { $0[key, default: []].append(Kept(connection: connection, prepared: prepared)) }
        return true
    }
}

import CPostgreSQL

/// The results of one pipeline, in the order in which they were asked for.
struct Gathering {
    enum Expected {
        case prepare(Int)
        case rows(Int)
    }

    let calls: [Call]
    var expected: [Expected] = []
    /// Statements that this pipeline prepares, with the types of their parameters.
    var preparing: [Statement: [UInt32]] = [:]
    private(set) var rows: [Rows] = []
    private(set) var failure: DatabaseError?
    private var position = 0
    private var answered = false
    /// The place in `expected` from which on an answer may be that of a commit; nil while none was sent.
    private var commitPosition: Int?

    init(calls: [Call]) {
        self.calls = calls
        expected.reserveCapacity(calls.count + 1)
        rows.reserveCapacity(calls.count)
    }

    /// What is sent from here on commits what was sent before.
    mutating func commitIsNext() {
        commitPosition = expected.count
    }

    /// Takes the next result, or nil, which ends those of one request; false after the last.
    mutating func take(_ result: OpaquePointer?, on wire: Wire) throws(DatabaseError) -> Bool {
        guard let result else {
            if PQstatus(wire.connection) != CONNECTION_OK { throw wire.lost() }
            guard answered else { throw DatabaseError(.connectionLost, "an answer is missing") }
            answered = false
            position += 1
            return true
        }
        switch PQresultStatus(result) {
        case PGRES_PIPELINE_SYNC:
            PQclear(result)
            return false
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            answered = true
            accept(result, on: wire)
        case PGRES_PIPELINE_ABORTED:
            answered = true
            PQclear(result)
        case PGRES_FATAL_ERROR:
            answered = true
            refuse(result, on: wire)
            PQclear(result)
            if PQstatus(wire.connection) != CONNECTION_OK { throw wire.lost() }
        default:
            PQclear(result)
            throw wire.misused("COPY does not go through a pipeline")
        }
        return true
    }

    private mutating func accept(_ result: OpaquePointer, on wire: Wire) {
        guard position < expected.count, case .rows = expected[position] else {
            if position < expected.count, case .prepare(let index) = expected[position] {
                let statement = calls[index].statement
                wire.prepared[statement] = preparing[statement]
            }
            PQclear(result)
            return
        }
        rows.append(Rows(owning: result))
    }

    private mutating func refuse(_ result: OpaquePointer, on wire: Wire) {
        guard failure == nil else { return }
        var error = DatabaseError(from: result)
        if position < expected.count {
            switch expected[position] {
            case .prepare(let index), .rows(let index):
                error.callIndex = index
                error.statement = calls[index].statement.sql
            }
        }
        // Without SQLSTATE it is libpq that speaks, about its connection.
        if error.sqlState == nil, PQstatus(wire.connection) != CONNECTION_OK { return }
        // A session that is ended while it commits may have done so.
        if error.code == .connectionLost, let commitPosition, position >= commitPosition {
            var unknown = DatabaseError(.commitOutcomeUnknown, error.message, sqlState: error.sqlState)
            unknown.statement = error.statement
            error = unknown
        }
        failure = error
    }

    /// What a loss of the connection means: everything up to the commit was lost, the commit itself may have happened
    /// unless the server had already said that a call failed.
    func verdict(on loss: DatabaseError) -> DatabaseError {
        guard loss.code == .connectionLost || loss.code == .closed else { return loss }
        if let failure {
            if failure.isConnectionLoss { return failure }
            return DatabaseError(.connectionLost, "\(loss.message), after: \(failure.message)")
        }
        return commitPosition == nil ? loss : DatabaseError(.commitOutcomeUnknown, loss.message)
    }
}

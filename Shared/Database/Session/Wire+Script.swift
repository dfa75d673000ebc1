import CPostgreSQL

extension Wire {
    /// Runs several statements in one string, which only the simple protocol takes, and only outside a pipeline.
    func script(_ sql: String) throws(DatabaseError) -> [Rows] {
        guard PQexitPipelineMode(connection) == 1, PQsendQuery(connection, sql) == 1 else { throw refused() }
        var rows: [Rows] = []
        var failure: DatabaseError?
        while true {
            try waitForResult()
            guard let result = PQgetResult(connection) else { break }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
                rows.append(Rows(owning: result))
            case PGRES_FATAL_ERROR:
                if failure == nil { failure = DatabaseError(from: result) }
                PQclear(result)
            default:
                PQclear(result)
                throw misused("a script cannot COPY from or to its client")
            }
        }
        if PQstatus(connection) != CONNECTION_OK { throw failure ?? lost() }
        guard PQenterPipelineMode(connection) == 1 else { throw refused() }
        if let failure { throw failure }
        return rows
    }
}

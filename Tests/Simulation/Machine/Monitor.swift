import CPostgreSQL

/// The simulation's own connection, which sees and sets what no service may; each statement is waited for.
final class Monitor {
    private let connection: OpaquePointer

    init(_ keywords: String) throws {
        guard let connection = PQconnectdb(keywords) else { throw SimulationError("libpq has no memory") }
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else {
            throw SimulationError("no database to simulate on: \(String(cString: PQerrorMessage(connection)))")
        }
    }

    deinit {
        PQfinish(connection)
    }

    /// Runs one or several statements; returns the last one's rows, nulls as empty texts.
    @discardableResult
    func run(_ sql: String) throws -> [[String]] {
        guard let result = PQexec(connection, sql) else { throw SimulationError("the database went away") }
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw SimulationError("\(String(cString: PQresultErrorMessage(result)))in: \(sql.prefix(2000))")
        }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { String(cString: PQgetvalue(result, row, $0)) }
        }
    }

    /// The first column of the rows.
    func texts(_ sql: String) throws -> [String] {
        try run(sql).map { $0[0] }
    }

    /// A single number.
    func number(_ sql: String) throws -> Int64 {
        guard let text = try texts(sql).first, let number = Int64(text) else {
            throw SimulationError("no number came of: \(sql)")
        }
        return number
    }
}

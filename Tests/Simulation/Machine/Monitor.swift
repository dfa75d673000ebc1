import CPostgreSQL
import Glibc

/// The simulation's own connection, which sees and sets what no service may; each statement is waited for.
final class Monitor {
    private let connection: OpaquePointer
    private var prepared: Set<String> = []

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
        try rows(PQexec(connection, sql), sql)
    }

    @discardableResult
    private func rows(_ result: OpaquePointer?, _ sql: String) throws -> [[String]] {
        guard let result else { throw SimulationError("the database went away") }
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw SimulationError("\(String(cString: PQresultErrorMessage(result)))in: \(sql.prefix(2000))")
        }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { String(cString: PQgetvalue(result, row, $0)) }
        }
    }

    /// Runs one statement that is run often, with texts for its parameters; returns its rows.
    @discardableResult
    func often(_ sql: String, _ parameters: [String] = []) throws -> [[String]] {
        let name = String(sql.hashValue, radix: 36)
        if prepared.insert(sql).inserted { try rows(PQprepare(connection, name, sql, 0, nil), sql) }
        let copies = parameters.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        let values: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) }
        return try rows(PQexecPrepared(connection, name, Int32(values.count), values, nil, nil, 0), sql)
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

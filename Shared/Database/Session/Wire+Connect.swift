import CPostgreSQL
import Foundation

extension Wire {
    /// Opens a connection; blocks this thread, at most `connect_timeout` for each host.
    static func connect(_ keywords: [(String, String)]) -> OpaquePointer? {
        var names: [UnsafePointer<CChar>?] = keywords.map { UnsafePointer(strdup($0.0)) }
        var values: [UnsafePointer<CChar>?] = keywords.map { UnsafePointer(strdup($0.1)) }
        defer { for copy in names + values { free(UnsafeMutablePointer(mutating: copy)) } }
        names.append(nil)
        values.append(nil)
        return PQconnectdbParams(names, values, 0)
    }

    /// Why a connection could not be opened.
    ///
    /// libpq keeps no SQLSTATE of a refused start, only the words.
    static func refusal(_ connection: OpaquePointer) -> DatabaseError {
        let message = message(connection)
        var error = DatabaseError(.unavailable, message)
        if PQconnectionNeedsPassword(connection) == 1 || message.contains("authentication failed") {
            error.sqlState = "28P01"
        } else if message.contains("FATAL:  database") && message.contains("does not exist") {
            error.sqlState = "3D000"
        } else if message.contains("FATAL:  role") || message.contains("no pg_hba.conf entry") {
            error.sqlState = "28000"
        }
        return error
    }
}

extension String {
    /// Without the line ends that libpq puts behind its messages.
    var trimmedLines: String {
        split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}

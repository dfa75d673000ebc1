import CPostgreSQL

extension DatabaseError {
    /// What a result says about the failure that it stands for; the result stays the caller's.
    init(from result: OpaquePointer) {
        func field(_ name: Int) -> String? {
            PQresultErrorField(result, Int32(name)).map { String(cString: $0) }
        }
        let state = field(GH_FIELD_SQLSTATE)
        let fatal = field(GH_FIELD_SEVERITY) == "FATAL" || field(GH_FIELD_SEVERITY) == "PANIC"
        let spoken = field(GH_FIELD_MESSAGE) ?? PQresultErrorMessage(result).map { String(cString: $0).trimmedLines }
        self.init(
            // The server ends the session after a fatal error.
            fatal ? .connectionLost : state.map(SQLState.code) ?? .server,
            spoken ?? "",
            sqlState: state,
            constraint: field(GH_FIELD_CONSTRAINT),
            table: field(GH_FIELD_TABLE))
        detail = field(GH_FIELD_DETAIL)
        // A plan whose result type a migration changed, a statement that a pooler's server does not know, and a
        // primary that became a standby: a new connection mends each of them.
        retiresConnection =
            state == "0A000" && field(GH_FIELD_SOURCE_FUNCTION) == "RevalidateCachedQuery"
            || state == "26000" || state == SQLState.readOnlyTransaction
    }
}

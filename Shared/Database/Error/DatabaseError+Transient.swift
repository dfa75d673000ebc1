extension DatabaseError {
    /// Whether the same work may succeed when it is simply done again.
    ///
    /// False for ``Code/commitOutcomeUnknown``: whoever repeats that must first find out what happened.
    public var isTransient: Bool {
        switch code {
        case .connectionLost, .deadlock, .overloaded, .serializationFailure, .unavailable: true
        case .timeout: sqlState != SQLState.queryCancelled
        case .server: sqlState.map(SQLState.isTransient) ?? false || retiresConnection
        default: false
        }
    }

    /// Whether another transaction wrote a row of the same key first; whoever does the same work again finds it.
    public var isUniqueViolation: Bool { sqlState == SQLState.uniqueViolation }

    /// Whether the connection went away, with or without a known outcome.
    public var isConnectionLoss: Bool {
        code == .connectionLost || code == .commitOutcomeUnknown
    }
}

/// The SQLSTATE values that make a difference here (PostgreSQL's appendix A).
enum SQLState {
    static let queryCancelled = "57014"
    static let lockNotAvailable = "55P03"
    static let readOnlyTransaction = "25006"
    static let uniqueViolation = "23505"

    private static let transient: Set<String> = [
        "40001", "40P01", "55P03",
        "57P01", "57P02", "57P03", "57P05",  // shutting down, crashed, starting, idle too long
        "58030",  // an I/O error
    ]

    /// Connection failures (08) and lack of resources (53) too.
    static func isTransient(_ state: String) -> Bool {
        state.hasPrefix("08") || state.hasPrefix("53") || transient.contains(state)
    }

    /// Whether opening a connection failed for a reason that waiting does not mend: role, password or database.
    static func isMisconfiguration(_ state: String) -> Bool {
        state.hasPrefix("28") || state == "3D000" || state == "42501"
    }

    static func code(of state: String) -> DatabaseError.Code {
        switch state {
        case "40001": .serializationFailure
        case "40P01": .deadlock
        case "25P02": .aborted
        case lockNotAvailable, queryCancelled: .timeout
        default: .server
        }
    }
}

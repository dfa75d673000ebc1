extension DatabaseConfiguration {
    /// What libpq is told when it connects.
    var keywords: [(String, String)] {
        var keywords = [
            ("host", host),
            ("port", String(port)),
            ("dbname", name),
            ("user", user),
            ("application_name", applicationName),
            ("client_encoding", "UTF8"),
            ("connect_timeout", String(max(2, connectTimeout.milliseconds / 1000))),
            ("fallback_application_name", "guildhall"),
            // A peer that vanished without a word is noticed in about half a minute, in use or not.
            ("keepalives", "1"),
            ("keepalives_idle", "15"),
            ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"),
            // After a failover the former primary may still answer, but not take writes.
            ("target_session_attrs", "read-write"),
            ("options", options),
        ]
        if let password { keywords.append(("password", password)) }
        return keywords
    }

    private var options: String {
        var settings = [
            "statement_timeout=\(statementTimeout.milliseconds)",
            // A transaction that its client forgot must not hold its locks for ever.
            "idle_in_transaction_session_timeout=60000",
            // A backend that waits for a lock notices that its client has gone.
            "client_connection_check_interval=2000",
            "client_min_messages=warning",
            "timezone=UTC",
        ]
        if let searchPath { settings.append("search_path=\(searchPath)") }
        return settings.map { "-c \(DatabaseConfiguration.escaped($0))" }.joined(separator: " ")
    }

    /// The server splits its options at blanks that no backslash precedes.
    private static func escaped(_ setting: String) -> String {
        setting.reduce(into: "") { text, character in
            if character == " " || character == "\\" { text.append("\\") }
            text.append(character)
        }
    }

    /// How long the server may stay silent in the middle of a round trip before it counts as lost, in milliseconds.
    var silenceLimit: Int? {
        statementTimeout > .zero ? statementTimeout.milliseconds + 15_000 : nil
    }
}

extension Duration {
    /// Whole milliseconds, rounded up and never negative.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        let sum = seconds.multipliedReportingOverflow(by: 1000)
        guard !sum.overflow, sum.partialValue < Int64(Int32.max) - 1000 else { return Int(Int32.max) }
        return max(0, Int(sum.partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}

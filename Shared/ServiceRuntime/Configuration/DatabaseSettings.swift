/// Where the database is, typed.
public struct DatabaseSettings: Sendable {
    /// Host name, address or socket folder.
    public let host: String
    /// TCP port.
    public let port: Int
    /// Name of the database.
    public let name: String
    /// Role to log in as.
    public let user: String
    /// Password of the role.
    public let password: Secret
    /// Most connections of the pool.
    public let connections: Int
    /// Longest wait for a free connection of the pool.
    public let acquireTimeout: Duration
    /// Longest wait for the server to accept a connection.
    public let connectTimeout: Duration
    /// Longest run of one statement.
    public let statementTimeout: Duration

    init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        host = try resolved(DatabaseSetting.host)
        port = try resolved(DatabaseSetting.port)
        name = try resolved(DatabaseSetting.name)
        user = try resolved(DatabaseSetting.user)
        password = try resolved(DatabaseSetting.password)
        connections = try resolved(DatabaseSetting.connections)
        acquireTimeout = try resolved(DatabaseSetting.acquireTimeout)
        connectTimeout = try resolved(DatabaseSetting.connectTimeout)
        statementTimeout = try resolved(DatabaseSetting.statementTimeout)
    }
}

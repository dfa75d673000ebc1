/// Where the database is, and how patient its callers are.
///
/// What is not named here (encryption, certificates) libpq takes from its own environment, `PGSSLMODE` for one.
public struct DatabaseConfiguration: Sendable {
    /// A host name, an address or the folder of a Unix socket; several, separated by commas, are tried in order until
    /// one of them accepts writes.
    public var host: String
    /// The port of every host.
    public var port: Int
    /// The database's name.
    public var name: String
    /// The role to work as.
    public var user: String
    /// The role's password; nil where the server asks for none.
    public var password: String?
    /// Connections that the pool opens at most; a caller beyond them waits, and dedicated connections come on top.
    public var poolSize: Int
    /// How long a caller waits for a connection before it fails with ``DatabaseError/Code/timeout``.
    public var acquireTimeout: Duration
    /// How long one host may take to accept a connection; whole seconds, at least two.
    public var connectTimeout: Duration
    /// How long one statement may run before the server ends it; zero means for ever.
    public var statementTimeout: Duration
    /// What `pg_stat_activity` shows.
    public var applicationName: String
    /// The schemas in which unqualified names are looked up; nil leaves that to the role.
    public var searchPath: String?

    /// A configuration; every value has a default that suits a server on this machine.
    ///
    /// - Parameters:
    ///   - host: defaults to `127.0.0.1`.
    ///   - port: defaults to 5432.
    ///   - name: defaults to `guildhall`.
    ///   - user: defaults to `guildhall`.
    ///   - password: defaults to none.
    ///   - poolSize: defaults to 8.
    ///   - acquireTimeout: defaults to 10 seconds.
    ///   - connectTimeout: defaults to 5 seconds.
    ///   - statementTimeout: defaults to 30 seconds.
    ///   - applicationName: defaults to `guildhall`.
    ///   - searchPath: defaults to the role's own.
    public init(
        host: String = "127.0.0.1",
        port: Int = 5432,
        name: String = "guildhall",
        user: String = "guildhall",
        password: String? = nil,
        poolSize: Int = 8,
        acquireTimeout: Duration = .seconds(10),
        connectTimeout: Duration = .seconds(5),
        statementTimeout: Duration = .seconds(30),
        applicationName: String = "guildhall",
        searchPath: String? = nil
    ) {
        self.host = host
        self.port = port
        self.name = name
        self.user = user
        self.password = password
        self.poolSize = poolSize
        self.acquireTimeout = acquireTimeout
        self.connectTimeout = connectTimeout
        self.statementTimeout = statementTimeout
        self.applicationName = applicationName
        self.searchPath = searchPath
    }
}

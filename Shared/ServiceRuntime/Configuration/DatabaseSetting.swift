/// Where the database is.
public enum DatabaseSetting {
    /// Host of the database.
    public static let host = Setting(
        "database.host", .text, default: "127.0.0.1", programs: Program.all,
        "Host name or address of PostgreSQL, or the folder of its socket; several are tried in order, with commas.")
    /// Port of the database.
    public static let port = Setting(
        "database.port", .port, default: "5432", programs: Program.all, "TCP port of PostgreSQL.")
    /// Name of the database.
    public static let name = Setting(
        "database.name", .text, default: "guildhall", programs: Program.all, "Name of the database.")
    /// Role to log in as.
    public static let user = Setting(
        "database.user", .text, default: "guildhall_operator",
        byProgram: Dictionary(uniqueKeysWithValues: Program.services.map { ($0, "guildhall_\($0.rawValue)") }),
        programs: Program.all, "Role to log in as; each service has its own.")
    /// Password of the role.
    public static let password = Setting(
        "database.password", .secret, default: "", secret: true, programs: Program.all, "Password of the role.")
    /// Size of the pool.
    public static let connections = Setting(
        "database.connections", .integer(1...100), default: "6", programs: Program.all,
        "Most connections that the pool opens.")
    /// Time to wait for a connection of the pool.
    public static let acquireTimeout = Setting(
        "database.acquire-timeout", .duration(.seconds(1) ... .seconds(300)), default: "10s", programs: Program.all,
        "Longest wait for a free connection of the pool.")
    /// Time to connect.
    public static let connectTimeout = Setting(
        "database.connect-timeout", .duration(.seconds(1) ... .seconds(300)), default: "5s", programs: Program.all,
        "Longest wait for the server to accept a connection.")
    /// Time for a statement.
    public static let statementTimeout = Setting(
        "database.statement-timeout", .duration(.seconds(1) ... .seconds(3600)), default: "30s",
        programs: Program.all, "Longest run of one statement.")
}

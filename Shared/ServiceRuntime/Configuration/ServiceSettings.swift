import Logging

/// The typed settings of a program.
public struct ServiceSettings: Sendable {
    /// The program they are for.
    public let program: Program
    /// Where the database is.
    public let database: DatabaseSettings
    /// Where the broker is.
    public let broker: BrokerSettings
    /// How the web listener behaves; nil for a program without one.
    public let web: WebSettings?
    /// Public origin of the suite, without a slash at its end.
    public let publicBaseURL: String
    /// Files that hold keys.
    public let keys: KeySettings
    /// How a service takes its messages; nil for a program that takes none.
    public let messaging: MessagingSettings?
    /// Largest message that is accepted, in bytes.
    public let messageBytes: Int
    /// Deepest nesting of a message that is accepted.
    public let messageDepth: Int
    /// Least important messages that are logged.
    public let logLevel: Logger.Level
    /// Whether log lines go to the standard output instead of the standard error.
    public let logsToStandardOutput: Bool
    /// The texts and origins that the values were read from, secrets hidden in every dump.
    public let resolved: ResolvedSettings

    /// Reads the values of resolved settings.
    public init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        let isService = resolved.program.service != nil
        self.program = resolved.program
        self.database = try DatabaseSettings(resolved)
        self.broker = try BrokerSettings(resolved)
        self.web = isService ? try WebSettings(resolved) : nil
        self.publicBaseURL = try resolved(WebSetting.baseURL)
        self.keys = try KeySettings(resolved)
        self.messaging = isService ? try MessagingSettings(resolved) : nil
        self.messageBytes = try resolved(RunningSetting.messageBytes)
        self.messageDepth = try resolved(RunningSetting.messageDepth)
        self.logLevel = try resolved(RunningSetting.logLevel)
        self.logsToStandardOutput = isService ? try resolved(RunningSetting.logOutput) == "stdout" : false
        self.resolved = resolved
    }
}

extension ServiceSettings: CustomStringConvertible {
    /// One line a setting with its origin, secrets replaced.
    public var description: String { resolved.description }
}

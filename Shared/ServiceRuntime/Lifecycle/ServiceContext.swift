import Contracts
import Database
import Logging
import Messaging

/// What a service's own parts are built from.
public struct ServiceContext: Sendable {
    /// The settings.
    public let settings: ServiceSettings
    /// The pool, under the service's role.
    public let database: Database
    /// The metrics of the process.
    public let metrics: MetricsRegistry
    /// The conditions of readiness, to which a service may add its own.
    public let readiness: Readiness
    /// Where to log.
    public let logger: Logger
    /// The way of commands to the engine; closed until there is one.
    public internal(set) var commands = CommandDoor.closed

    /// Parts made by hand, for tests.
    public init(
        settings: ServiceSettings, database: Database, metrics: MetricsRegistry, readiness: Readiness, logger: Logger,
    ) {
        self.settings = settings
        self.database = database
        self.metrics = metrics
        self.readiness = readiness
        self.logger = logger
    }

    /// Reads the key file that a setting names; the error names the setting.
    public func key(_ setting: Setting<String?>, at path: String?) throws(ConfigurationError) -> [UInt8] {
        let definition = setting.definition
        guard let path else {
            throw ConfigurationError([
                "\(definition.key): must be set (flag \(definition.flag), variable \(definition.variable))"
            ])
        }
        do {
            return try KeyFiles.read(path)
        } catch {
            throw ConfigurationError(["\(definition.key): \(error)"])
        }
    }
}

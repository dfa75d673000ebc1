import ArgumentParser
import Database
import Logging
import Messaging
import ServiceRuntime

/// The operator's connections: the database under the operator's role, the broker under the operator's user.
struct OperatorContext: Sendable {
    let settings: ServiceSettings
    let database: Database
    let broker: any Broker
    let logger: Logger

    /// Reads the settings and makes the connections, which open at first use.
    static func open(_ options: OperatorOptions, _ arguments: [String] = []) async throws -> OperatorContext {
        let reader = SettingsReader(program: .guildhall, arguments: options.settingArguments + arguments)
        let settings: ServiceSettings
        do throws(ConfigurationError) {
            guard case .run(let resolved) = try reader.read() else { throw ConfigurationError([]) }
            settings = try ServiceSettings(resolved)
        } catch {
            throw ValidationError(error.problems.joined(separator: "\n"))
        }
        var logger = Logger(label: "guildhall") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return OperatorContext(
            settings: settings, database: Database(settings.databaseConfiguration, logger: logger),
            broker: AMQPBroker(settings.brokerConfiguration, logger: logger), logger: logger)
    }

    /// Closes the connections.
    func close() async {
        await database.close()
    }

    /// Opens the connections for one command, and closes them whatever happens.
    static func with<Result: Sendable>(
        _ options: OperatorOptions, _ arguments: [String] = [], _ body: (OperatorContext) async throws -> Result
    ) async throws -> Result {
        let context = try await open(options, arguments)
        do {
            let result = try await body(context)
            await context.close()
            return result
        } catch {
            await context.close()
            throw error
        }
    }
}

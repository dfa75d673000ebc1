import Contracts
import Database
import Foundation
import Logging
import Messaging
import Metrics
import ServiceLifecycle

/// A service's whole life: settings, logs, metrics, pool, engine, web listener, orderly stop.
public struct ServiceProgram<Rules: ServiceRules>: Sendable {
    let makeRules: @Sendable (ServiceContext) throws -> Rules
    let addRoutes: @Sendable (ServiceRouter, ServiceContext) throws -> Void
    let makeServices: @Sendable (ServiceContext) throws -> [any Service]

    /// A program of rules that need to know nothing of the settings.
    ///
    /// - Parameters:
    ///   - rules: what the service decides.
    ///   - routes: adds the service's own pages and addresses.
    public init(
        rules: Rules,
        routes: @escaping @Sendable (ServiceRouter, ServiceContext) throws -> Void = { _, _ in },
    ) {
        self.init(rules: { _ in rules }, routes: routes)
    }

    /// A program of rules that are built from the settings.
    ///
    /// - Parameters:
    ///   - rules: makes what the service decides.
    ///   - routes: adds the service's own pages and addresses.
    ///   - services: further work that runs as long as the service does.
    public init(
        rules: @escaping @Sendable (ServiceContext) throws -> Rules,
        routes: @escaping @Sendable (ServiceRouter, ServiceContext) throws -> Void = { _, _ in },
        services: @escaping @Sendable (ServiceContext) throws -> [any Service] = { _ in [] },
    ) {
        makeRules = rules
        addRoutes = routes
        makeServices = services
    }

    /// Runs until the process is told to stop, and ends the process.
    public func run() async -> Never {
        // A reader of our log or of a connection that goes away must not take the process with it.
        signal(SIGPIPE, SIG_IGN)
        endProcess(await live().rawValue)
    }

    private func live() async -> ExitStatus {
        let program = Program(Rules.service)
        let settings: ServiceSettings
        do throws(ConfigurationError) {
            switch try SettingsReader(program: program).read() {
            case .help(let text):
                print(text)
                return .clean
            case .run(let resolved):
                settings = try ServiceSettings(resolved)
            }
        } catch {
            return refuse(error, program)
        }
        LogSetUp.bootstrap(settings)
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        ProcessMetrics.register(in: registry)
        return await serve(settings, registry)
    }

    private func serve(_ settings: ServiceSettings, _ registry: MetricsRegistry) async -> ExitStatus {
        let logger = Logger(label: settings.program.rawValue)
        let database = Database(settings.databaseConfiguration, logger: logger)
        let context = ServiceContext(
            settings: settings, database: database, metrics: registry, readiness: Readiness(), logger: logger)
        do {
            let group = try group(context)
            logger.notice("starting")
            try await SignalWatch(group: group, readiness: context.readiness, logger: logger).run()
            logger.notice("stopped")
            return .clean
        } catch let error as ConfigurationError {
            await database.close()
            return refuse(error, settings.program)
        } catch {
            logger.critical("cannot go on", metadata: ["cause": .string(String(reflecting: error))])
            return .failure
        }
    }

    /// Configuration errors are for a person at a terminal, not for the log.
    private func refuse(_ error: ConfigurationError, _ program: Program) -> ExitStatus {
        let lines = error.problems.map { "\(program.rawValue): \($0)\n" } + ["Try \(program.rawValue) --help.\n"]
        FileHandle.standardError.write(Data(lines.joined().utf8))
        return .configuration
    }
}

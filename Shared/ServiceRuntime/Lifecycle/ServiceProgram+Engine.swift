import Contracts
import Database
import Messaging
import ServiceLifecycle

extension ServiceProgram {
    /// Everything that runs, in the order of its start; it is stopped in the reverse order.
    func group(_ context: ServiceContext) throws -> ServiceGroup {
        let settings = context.settings
        guard let web = settings.web, let messaging = settings.messaging, let replies = settings.repliesConfiguration
        else { throw ConfigurationError(["\(settings.program.rawValue) is no service"]) }
        let metrics = MessagingMetrics(context.metrics)
        let broker = WatchedBroker(AMQPBroker(settings.brokerConfiguration, logger: context.logger))
        let engine = try Engine(
            makeRules(context),
            .init(
                database: context.database,
                broker: broker,
                answers: AMQPBroker(replies, logger: context.logger),
                bodyKey: context.key(KeySetting.bodies, at: settings.keys.bodies),
                auditKey: context.key(KeySetting.auditSigning, at: settings.keys.auditSigning),
                observer: MetricsObserver(metrics),
                logger: context.logger),
            configuration(settings, messaging, web))
        let database = context.database
        let health = EngineHealth(
            service: Rules.service, takesInbound: !Rules.intake.isEmpty, status: engine.status, broker: broker,
            outboxAge: messaging.outboxAge,
            ping: { _ = try await database.run([Call(Statement("SELECT 1"))]) },
            snapshot: { try await engine.snapshot() })
        health.checks.forEach(context.readiness.register)
        var context = context
        context.commands = engine.commands
        let listener = try listener(context, web, health, metrics)
        let services: [any Service] =
            try [DatabaseLifetime(database: database), FreedMemory(), EngineLifetime(engine: engine)]
            + makeServices(context) + [listener]
        return group(of: services, grace: messaging.shutdownGrace, context)
    }

    private func configuration(
        _ settings: ServiceSettings, _ messaging: MessagingSettings, _ web: WebSettings
    ) -> EngineConfiguration {
        var configuration = EngineConfiguration()
        configuration.address = "http://\(web.host):\(web.port)"
        configuration.prefetch = messaging.prefetch
        configuration.batchLimit = messaging.batch
        configuration.limits = EnvelopeLimits(bytes: settings.messageBytes, depth: settings.messageDepth)
        return configuration
    }

    private func listener(
        _ context: ServiceContext, _ web: WebSettings, _ health: EngineHealth, _ metrics: MessagingMetrics,
    ) throws -> WebServer {
        try WebServer(
            settings: web,
            readiness: context.readiness,
            registry: context.metrics,
            refresh: { await health.measure(metrics) },
            status: { try await health.json() },
            logger: context.logger,
            routes: { router in try addRoutes(router, context) })
    }

    private func group(of services: [any Service], grace: Duration, _ context: ServiceContext) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(services: services, logger: context.logger)
        configuration.maximumGracefulShutdownDuration = grace
        configuration.maximumCancellationDuration = .seconds(5)
        return ServiceGroup(configuration: configuration)
    }
}

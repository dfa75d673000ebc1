import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A service's one HTTP listener.
public struct WebServer: Service {
    private let settings: WebSettings
    private let responder: TimeLimitedRequests<RouterResponder<ServiceRequestContext>>
    private let logger: Logger
    private let onRunning: @Sendable (Int) async -> Void

    /// A listener with the operators' addresses and the service's own routes.
    ///
    /// - Parameters:
    ///   - refresh: brings gauges up to date before they are read.
    ///   - status: what the engine does, for `/status`.
    ///   - onRunning: told the port once the listener stands.
    ///   - routes: adds the service's own routes.
    public init(
        settings: WebSettings,
        readiness: Readiness,
        registry: MetricsRegistry,
        refresh: @escaping @Sendable () async -> Void = {},
        status: @escaping @Sendable () async throws -> JSONValue,
        logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in },
        routes: (ServiceRouter) throws -> Void = { _ in },
    ) rethrows {
        let router = ServiceRouter(context: ServiceRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestIdentity(requestBytes: settings.requestBytes))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: RequestLog(metrics: WebMetrics(registry)))
        router.add(middleware: ErrorPages())
        OperatorRoutes(readiness: readiness, registry: registry, refresh: refresh, status: status).add(to: router)
        try routes(router)
        self.settings = settings
        self.responder = TimeLimitedRequests(inner: router.buildResponder(), limit: settings.requestTimeout)
        self.logger = logger
        self.onRunning = onRunning
    }

    /// Listens until the service stops; requests at work are answered first.
    public func run() async throws {
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .nanoseconds(settings.idleTimeout.nanoseconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8192, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? settings.port) },
            logger: logger)
        try await application.run()
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}

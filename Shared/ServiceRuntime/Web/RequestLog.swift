import HTTPTypes
import Hummingbird
import Logging

/// Logs and counts each request by its route, never by its path: paths may hold a person's signed link.
struct RequestLog: RouterMiddleware {
    let metrics: WebMetrics

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: (Request, ServiceRequestContext) async throws -> Response,
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let (seconds, attoseconds) = (clock.now - start).components
        let duration = Double(seconds) + Double(attoseconds) / 1e18
        let route = context.endpointPath ?? "none"
        metrics.observe(method: request.method.rawValue, route: route, status: response.status.code, seconds: duration)
        let level: Logger.Level = RequestLog.quiet.contains(route) && response.status.code < 500 ? .trace : .info
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(route),
                "status": .stringConvertible(response.status.code),
                "milliseconds": .stringConvertible((duration * 1_000_000).rounded() / 1000),
            ])
        return response
    }

    /// Routes that machines ask every few seconds.
    private static let quiet: Set<String> = ["/healthz", "/readyz", "/metrics", "/status"]
}

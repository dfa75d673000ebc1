import HTTPTypes
import Hummingbird
import Logging

/// The addresses that machines and operators ask: health, readiness, metrics, status.
struct OperatorRoutes: Sendable {
    let readiness: Readiness
    let registry: MetricsRegistry
    let refresh: @Sendable () async -> Void
    let status: @Sendable () async throws -> JSONValue

    func add(to router: ServiceRouter) {
        router.get("/healthz") { _, _ in Response.json(.object([("alive", .bool(true))])) }
        router.get("/readyz") { _, _ in
            let report = await readiness.report()
            return Response.json(report.json, status: report.isReady ? .ok : .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in
            await refresh()
            return Response.text(registry.exposition(), contentType: MetricsRegistry.contentType)
        }
        router.get("/status") { _, context in
            do {
                return Response.json(try await TimeLimit.run(.seconds(5), status))
            } catch {
                context.logger.warning("the state is not known", metadata: ["cause": .string("\(error)")])
                throw HTTPError(.serviceUnavailable, message: "The state is not known at present; see /readyz.")
            }
        }
    }
}

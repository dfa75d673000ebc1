import Hummingbird
import Logging

/// Answers a request that takes too long, instead of letting it hold its connection.
///
/// Stands around the router and not in its chain, because the rest of a chain cannot be handed to another task.
struct TimeLimitedRequests<Inner: HTTPResponder>: HTTPResponder where Inner.Context == ServiceRequestContext {
    let inner: Inner
    let limit: Duration

    func respond(to request: Request, context: ServiceRequestContext) async throws -> Response {
        do {
            return try await TimeLimit.run(limit) { try await inner.respond(to: request, context: context) }
        } catch is TimeLimit.Exceeded {
            let route = context.endpointPath ?? "none"
            context.logger.warning("a request took too long", metadata: ["route": .string(route)])
            return ErrorPages.response(.serviceUnavailable, detail: "The answer took too long.", request, context)
        }
    }
}

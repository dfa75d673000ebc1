import HTTPTypes
import Hummingbird

/// Adds the headers that keep browsers from doing what a page did not ask for; a handler's own header stays.
struct SecurityHeaders: RouterMiddleware {
    private static let defaults: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("x-frame-options")!, "DENY"),
        (HTTPField.Name("referrer-policy")!, "no-referrer"),
        (HTTPField.Name("cross-origin-opener-policy")!, "same-origin"),
        (.cacheControl, "no-store"),
    ]

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: (Request, ServiceRequestContext) async throws -> Response,
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in SecurityHeaders.defaults where !response.headers.contains(name) {
            response.headers[name] = value
        }
        return response
    }
}

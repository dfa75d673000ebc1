import Contracts
import HTTPTypes
import Hummingbird
import Logging

extension HTTPField.Name {
    /// Names a request across programs.
    static let requestID = HTTPField.Name("x-request-id")!
}

/// Gives each request an id, which answers and log lines carry, and its body a bound.
struct RequestIdentity: RouterMiddleware {
    let requestBytes: Int

    func handle(
        _ request: Request, context: ServiceRequestContext,
        next: (Request, ServiceRequestContext) async throws -> Response,
    ) async throws -> Response {
        var context = context
        context.maxUploadSize = requestBytes
        if let given = request.headers[.requestID], RequestIdentity.isSensible(given) { context.requestID = given }
        context.logger[metadataKey: "hb.request.id"] = nil
        context.logger[metadataKey: LogMetadata.Key.requestID] = .string(context.requestID)
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestID
        return response
    }

    /// Whether a caller's id may stand in our log: short, and nothing but letters, digits and a few signs.
    static func isSensible(_ id: String) -> Bool {
        (8...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

import HTTPTypes
import Hummingbird
import ServiceRuntime

/// Why no token is given (RFC 6749, section 5.2).
enum TokenError: String, Error, Hashable {
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case invalidGrant = "invalid_grant"
    case invalidScope = "invalid_scope"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedGrantType = "unsupported_grant_type"

    /// The answer.
    var response: Response {
        var response = Response.json(
            .object([("error", .string(rawValue))]), status: self == .invalidClient ? .unauthorized : .badRequest)
        if self == .invalidClient { response.headers[.wwwAuthenticate] = "Basic realm=\"guildhall\"" }
        return response
    }
}

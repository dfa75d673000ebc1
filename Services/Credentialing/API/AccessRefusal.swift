import HTTPTypes
import Hummingbird

/// Why a token opens nothing (RFC 6750).
enum AccessRefusal: Error, Hashable {
    /// There is no token.
    case missing
    /// It is unknown, expired or revoked.
    case invalid
    /// It does not cover what is asked for.
    case scope(AccessScope)

    /// The answer to the bearer.
    var response: Response {
        var response: Response
        switch self {
        case .missing:
            response = StatusInfo(.failure, "unauthorisedrequest", "A bearer token is needed.").response(.unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer"
        case .invalid:
            response = StatusInfo(.failure, "unauthorisedrequest", "The token is unknown, expired or revoked.")
                .response(.unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer error=\"invalid_token\""
        case .scope(let scope):
            response = StatusInfo(.failure, "forbidden", "The token lacks the scope \(scope.rawValue).")
                .response(.forbidden)
            response.headers[.wwwAuthenticate] = "Bearer error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
        }
        return response
    }
}

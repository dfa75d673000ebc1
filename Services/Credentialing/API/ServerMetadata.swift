import ServiceRuntime

/// What systems learn of the authorisation server (RFC 8414).
struct ServerMetadata: Sendable {
    let issuer: Issuer

    /// The document.
    var json: JSONValue {
        func list(_ values: String...) -> JSONValue { .array(values.map { .string($0) }) }
        return .object([
            ("issuer", .string(issuer.base)),
            ("authorization_endpoint", .string("\(issuer.base)/oauth/authorize")),
            ("token_endpoint", .string("\(issuer.base)/oauth/token")),
            ("revocation_endpoint", .string("\(issuer.base)/oauth/revoke")),
            ("scopes_supported", .array(AccessScope.allCases.map { .string($0.rawValue) })),
            ("response_types_supported", list("code")),
            ("response_modes_supported", list("query")),
            ("grant_types_supported", list("authorization_code", "refresh_token", "client_credentials")),
            ("code_challenge_methods_supported", list("S256")),
            ("token_endpoint_auth_methods_supported", list("client_secret_basic", "client_secret_post")),
            ("revocation_endpoint_auth_methods_supported", list("client_secret_basic", "client_secret_post")),
            ("authorization_response_iss_parameter_supported", .bool(true)),
            ("service_documentation", .string("\(issuer.base)/ims/ob/v3p0/discovery")),
        ])
    }
}

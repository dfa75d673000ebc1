/// What a system asks a worker for (RFC 6749, section 4.1.1, with RFC 7636).
struct AuthorizeRequest: Hashable, Sendable {
    let client: AccessClient
    let redirectURI: String
    let scopes: [AccessScope]
    let challenge: String
    let state: String?

    /// Why a request cannot be put to a worker.
    enum Fault: Error, Hashable {
        /// Nobody knows who asks or where an answer should go: a page says so, and nothing is sent anywhere.
        case page(Phrase)
        /// It is told to the system that asks.
        case redirect(uri: String, error: String, description: String, state: String?)
    }

    /// Judges a request.
    ///
    /// - Parameters:
    ///   - fields: what the address or the form says.
    ///   - client: the system of its `client_id`, if there is one.
    init(_ fields: FormFields, client: AccessClient?) throws(Fault) {
        guard let client else { throw .page(.accessUnregistered) }
        guard let redirectURI = fields["redirect_uri"], client.redirectURIs.contains(redirectURI) else {
            throw .page(.accessWrongAddress)
        }
        let state = fields["state"]
        func fault(_ error: String, _ description: String) -> Fault {
            .redirect(uri: redirectURI, error: error, description: description, state: state)
        }
        if fields.hasRepetition { throw fault("invalid_request", "a parameter stands twice") }
        guard fields["response_type"] == "code" else {
            throw fault("unsupported_response_type", "response_type is code")
        }
        guard fields["code_challenge_method"] == "S256", let challenge = fields["code_challenge"],
            CodeChallenge.isWellFormed(challenge)
        else { throw fault("invalid_request", "code_challenge with code_challenge_method S256 is required") }
        guard let scopes = fields["scope"].flatMap(AccessScope.list),
            scopes.allSatisfy({ $0.isWorkers && client.scopes.contains($0) })
        else { throw fault("invalid_scope", "the scope is unknown, or the system is not registered for it") }
        self.client = client
        self.redirectURI = redirectURI
        self.scopes = scopes
        self.challenge = challenge
        self.state = state
    }

    /// The address that an answer is sent to.
    static func answer(at uri: String, _ parameters: [(String, String?)]) -> String {
        let pairs = parameters.compactMap { name, value in value.map { "\(name)=\(FormFields.encoded($0))" } }
        return uri + (uri.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
    }
}

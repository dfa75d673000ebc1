/// What a system may be allowed to do.
enum AccessScope: String, CaseIterable, Sendable {
    /// Read the credentials of the worker who allows it.
    case credentials = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"
    /// Read the profile of the worker who allows it.
    case profile = "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly"
    /// Ask what credentials open; an operator allows it, for no worker in particular.
    case query = "guildhall.query"

    /// Whether a worker allows it, and not an operator.
    var isWorkers: Bool { self != .query }

    /// What it means, for the worker who is asked; nil where no worker is.
    var meaning: Phrase? {
        switch self {
        case .credentials: .accessReadCredentials
        case .profile: .accessReadProfile
        case .query: nil
        }
    }

    /// What it means, for those who build systems.
    var description: String {
        meaning.flatMap { Phrase.english[$0] } ?? "ask whether credentials are valid, and what they open"
    }

    /// The scopes of a text that lists them; nil where one is unknown, or none is there.
    static func list(_ text: String) -> [AccessScope]? {
        var scopes: [AccessScope] = []
        for name in text.split(separator: " ") {
            guard let scope = AccessScope(rawValue: String(name)) else { return nil }
            if !scopes.contains(scope) { scopes.append(scope) }
        }
        return scopes.isEmpty ? nil : scopes
    }

    /// Scopes as OAuth writes them.
    static func text(_ scopes: [AccessScope]) -> String {
        scopes.map(\.rawValue).joined(separator: " ")
    }
}

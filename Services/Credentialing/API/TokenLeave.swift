import Contracts
import Database

/// A code or a refresh token as it is found, before it is decided whether it brings tokens.
struct TokenLeave: Hashable, Sendable {
    let family: Identifier
    let client: String
    let contractor: Identifier
    let scopes: [String]
    let isEnded: Bool
    let isUsed: Bool
    /// Where the code was sent, and what its verifier has to fit; none for a refresh token.
    var binding: Binding?

    /// What a code is tied to.
    struct Binding: Hashable, Sendable {
        let redirectURI: String
        let challenge: String
    }

    /// What becomes of it.
    enum Fate: Hashable {
        /// It brings tokens.
        case tokens
        /// It brings none.
        case refused
        /// Somebody uses it a second time, so one of the two has stolen it: the whole family ends.
        case stolen
    }

    /// Decides it.
    ///
    /// - Parameters:
    ///   - client: who presents it.
    ///   - redirectURI: where the system says that the code was sent.
    ///   - verifier: what the system says that the challenge was made of.
    func fate(client: String, redirectURI: String? = nil, verifier: String? = nil) -> Fate {
        guard client == self.client else { return .refused }
        if isUsed { return .stolen }
        if isEnded { return .refused }
        guard let binding else { return .tokens }
        guard redirectURI == binding.redirectURI, let verifier, CodeChallenge.matches(verifier, binding.challenge)
        else { return .refused }
        return .tokens
    }
}

extension TokenLeave {
    /// A code of ``AccessStatements/code``.
    init(code row: Row) throws {
        self.init(
            family: try row.identifier(0), client: try row.text(1), contractor: try row.identifier(2),
            scopes: try row.texts(5), isEnded: try row.bool(6), isUsed: try row.bool(7),
            binding: Binding(redirectURI: try row.text(3), challenge: try row.text(4)))
    }

    /// A token of ``AccessStatements/refresh``.
    init(refresh row: Row) throws {
        self.init(
            family: try row.identifier(0), client: try row.text(1), contractor: try row.identifier(2),
            scopes: try row.texts(3), isEnded: try row.bool(4), isUsed: try row.bool(5))
    }
}

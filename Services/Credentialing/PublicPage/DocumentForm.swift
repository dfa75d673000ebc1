import Pages

/// The forms in which a credential or a status list is served.
enum DocumentForm: Hashable, Sendable {
    /// JSON with an embedded proof.
    case credential
    /// The same, called plain JSON.
    case json
    /// A signed token.
    case token
    /// A page for people.
    case page

    /// The form that a caller asks for; whoever asks for nothing we know gets the credential.
    init(accepting accept: String?) {
        let wanted = MediaRange.list(accept ?? "")
        self = .credential
        for range in wanted {
            switch range {
            case "application/vc", "application/vc+ld+json", "application/ld+json", "*/*", "application/*":
                self = .credential
                return
            case "application/vc+jwt", "application/jwt", "text/plain":
                self = .token
                return
            case "application/json":
                self = .json
                return
            case "text/html", "application/xhtml+xml":
                self = .page
                return
            default: continue
            }
        }
    }

    /// What it is sent as.
    var mediaType: String {
        switch self {
        case .credential: "application/vc"
        case .json: "application/json"
        case .token: "application/vc+jwt"
        case .page: "text/html; charset=utf-8"
        }
    }
}

/// Credentials that have to be held, each named by the pathway of the same programme that it is issued for.
public enum CredentialRequirement: Hashable, Sendable {
    /// One of them.
    case any([String])
    /// Every one of them.
    case all([String])

    /// The pathways.
    public var pathways: [String] {
        switch self {
        case .any(let pathways), .all(let pathways): pathways
        }
    }

    /// The pathways that are still wanting, given those of which a credential is held; empty where it is met.
    public func missing(holding held: Set<String>) -> [String] {
        switch self {
        case .any(let pathways): pathways.contains(where: held.contains) ? [] : pathways
        case .all(let pathways): pathways.filter { !held.contains($0) }
        }
    }
}

/// How far a signing key is trusted.
public enum KeyState: String, CaseIterable, Hashable, Sendable {
    /// It signs.
    case active
    /// It signs no more; what it signed stays good, so it stays published as a key of the issuer.
    case retired
    /// Somebody else may have it: nothing that it signed can be believed.
    case compromised
}

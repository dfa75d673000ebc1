/// What becomes of the parts of a document that no context explains.
public enum ExpansionPolicy: Hashable, Sendable {
    /// They are dropped, as JSON-LD says.
    case lax
    /// They are an error: whoever signs or checks a document wants every word of it to count.
    case strict
}

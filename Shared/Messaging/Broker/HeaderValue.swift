/// The value of one message header, as far as anybody here reads headers.
public enum HeaderValue: Hashable, Sendable {
    /// A string.
    case text(String)
    /// A whole number of any width.
    case integer(Int64)
    /// A truth value.
    case bool(Bool)
    /// Any other kind (tables, arrays, floating point, timestamps): present, but not decoded.
    case other
}

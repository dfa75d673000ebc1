/// A field of an engagement by which a programme's figures may be compared between people.
public enum DeclaredGroup: String, CaseIterable, Hashable, Sendable {
    /// Where the worker works, as a region of the source.
    case region
    /// Where the worker works, as a country.
    case country
}

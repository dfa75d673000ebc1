/// A language that every page speaks, by its BCP 47 tag; a programme may declare no other.
public enum PageLanguage: String, CaseIterable, Hashable, Sendable {
    /// English.
    case english = "en"
    /// German.
    case german = "de"
    /// Spanish.
    case spanish = "es"
    /// French.
    case french = "fr"

    /// The language of a tag, whatever its region: `de-AT` is German.
    public init?(tag: some StringProtocol) {
        let tongue = tag.prefix { $0 != "-" }.lowercased()
        self.init(rawValue: tongue)
    }
}

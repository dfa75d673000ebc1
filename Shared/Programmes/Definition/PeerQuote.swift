/// A short quote from a peer who finished (ONB-13), by language.
public struct PeerQuote: Hashable, Sendable {
    /// What was said.
    public let wording: [PageLanguage: String]
    /// Whose words these are, and by what release; examples say that theirs are synthetic.
    public let origin: String

    /// A quote.
    public init(
        wording: [PageLanguage: String],
        origin: String
    ) {
        self.wording = wording
        self.origin = origin
    }
}

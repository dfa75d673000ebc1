/// A text for workers, with its version, in the programme's languages (ONB-26, GOV-20).
public struct WorkerText: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// Its version; what a worker saw is recorded with it.
    public let version: String
    /// The words, by language.
    public let wording: [PageLanguage: String]

    /// A text of these parts.
    public init(
        id: String,
        version: String,
        wording: [PageLanguage: String]
    ) {
        self.id = id
        self.version = version
        self.wording = wording
    }

    /// The words in the first language of a list that the text exists in, with that language.
    ///
    /// - Parameter languages: the worker's own first, then the programme's in their declared order.
    public func wording(in languages: [PageLanguage]) -> (language: PageLanguage, words: String)? {
        for language in languages {
            if let words = wording[language] { return (language, words) }
        }
        return nil
    }

    /// The text that opts in (ONB-08).
    public static let optIn = "opt-in"
    /// The terms (ONB-09).
    public static let terms = "terms"
    /// That the time for a start runs out (ONB-04).
    public static let clockWarning = "clock-warning"
    /// That the time for a start is over (ONB-04).
    public static let clockBreach = "clock-breach"
    /// The confirmation of independent status (ONB-09, G9).
    public static let independentStatus = "independent-status"
}

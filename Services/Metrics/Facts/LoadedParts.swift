import Database

/// The answers to a batch's questions, by table; which ones were asked stands in the first answer.
struct LoadedParts {
    static let mask = Statement("SELECT $1::int8")

    private var answers: [Part: Rows] = [:]

    init(_ loaded: [Rows]) throws {
        guard let first = loaded.first?.first else { return }
        let mask = try first.int64(0)
        let asked = Part.allCases.filter { mask & (1 << Int64($0.rawValue)) != 0 }
        for (part, rows) in zip(asked, loaded.dropFirst()) { answers[part] = rows }
    }

    /// The rows of a table; none where it was not asked for.
    func rows(_ part: Part) -> [Row] {
        answers[part].map { Array($0) } ?? []
    }
}

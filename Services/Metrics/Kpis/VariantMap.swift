import Contracts

/// Who is in which variant of an experiment, and since when.
struct VariantMap: Sendable {
    /// What puts somebody into a variant (EXP-05).
    enum Analysis: String, Codable, Sendable {
        /// The first exposure.
        case exposure
        /// The assignment, whether or not the variant was met.
        case assignment
    }

    /// A person's variant.
    struct Place: Equatable, Sendable {
        let variant: String
        let since: Timestamp
        /// The client that was assigned as a whole.
        var client: String?
    }

    let experiment: String
    let analysis: Analysis
    /// The variants as they were declared.
    let variants: [String]
    let places: [Identifier: Place]

    /// Workers by variant, in the declared order.
    var sizes: [(variant: String, workers: Int64)] {
        var counts: [String: Int64] = [:]
        for place in places.values { counts[place.variant, default: 0] += 1 }
        let undeclared = counts.keys.filter { !variants.contains($0) }.sorted()
        return (variants + undeclared).map { ($0, counts[$0] ?? 0) }
    }
}

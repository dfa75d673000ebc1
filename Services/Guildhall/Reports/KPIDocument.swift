/// A figure for everybody and for each group, as the metrics service computes it; what is not defined is nil.
struct KPIDocument: Codable, Sendable {
    /// A group of observations.
    struct Group: Codable, Sendable {
        /// What tells it apart; empty for the whole.
        var by: [String: String]
        var figures: [String: Double?]

        /// Its name in words.
        var words: String {
            if by.isEmpty { return "all" }
            return by.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
    }

    /// A month whose facts came late or changed.
    struct ChangedMonth: Codable, Sendable {
        var figure: String
        var month: String
        var late: Int64
        var corrected: Int64
    }

    var kpi: String
    var version: Int64
    var title: String
    var asOf: String
    var programme: String?
    var experiment: String?
    var analysis: String?
    var windowDays: Int64?
    var groups: [Group]
    var changedMonths: [ChangedMonth]

    /// The group of exactly these words.
    func group(_ by: [String: String] = [:]) -> Group? {
        groups.first { $0.by == by }
    }
}

/// An experiment as the metrics service computes it.
struct ExperimentDocument: Codable, Sendable {
    /// A variant.
    struct Variant: Codable, Sendable {
        var id: String
        var planned: Int64
        var assigned: Int64
        var exposed: Int64
        var crossed: Int64
    }

    /// How far its results can be trusted.
    struct Standing: Codable, Sendable {
        var daysRun: Int64
        var labels: [String]
        var isVerdictWithheld: Bool
        var reasons: [String]
    }

    var programme: String
    var experiment: String
    var hypothesis: String
    var primary: String
    var from: String
    var until: String
    var variants: [Variant]
    var standing: Standing
    var kpis: [KPIDocument]
}

/// An experiment as the metrics service computes it.
struct ExperimentDocument: Codable, Sendable {
    /// A variant.
    struct Variant: Codable, Sendable {
        var id: String
        var planned: Int64
        var assigned: Int64
        var exposed: Int64
        var crossed: Int64
        var matured: Int64
    }

    /// How far its results can be trusted.
    struct Standing: Codable, Sendable {
        var daysRun: Int64
        var labels: [String]
        var isVerdictWithheld: Bool
        var reasons: [String]
    }

    /// A sentence with its name for programs.
    struct Sentence: Codable, Sendable {
        var code: String
        var text: String
    }

    /// What may be concluded, and why.
    struct Finding: Codable, Sendable {
        var verdict: String
        var variant: String?
        var reasons: [Sentence]
    }

    /// Whether the variants filled as meant.
    struct SampleRatio: Codable, Sendable {
        var observed: [Int64]
        var weights: [Int64]
        var p: Double?
        var isMismatch: Bool
    }

    /// A variant against the control, by one figure.
    struct Comparison: Codable, Sendable {
        /// What the numbers can find.
        struct Power: Codable, Sendable {
            var smallestEffect: Double?
            var power: Double?
            var detectableEffect: Double?
            var neededPerVariant: Int64?
        }

        /// The same as if it had been looked at once, or with what was known before.
        struct Beside: Codable, Sendable {
            var estimate: Double?
            var low: Double?
            var high: Double?
            var p: Double?
            var method: String
        }

        var kpi: String
        var isPrimary: Bool
        var scale: String
        var control: String
        var treatment: String
        var controlUnits: Int64
        var treatmentUnits: Int64
        var controlValue: Double?
        var treatmentValue: Double?
        var estimate: Double?
        var low: Double?
        var high: Double?
        var p: Double?
        var holm: Double?
        var benjaminiHochberg: Double?
        var method: String
        var fixedHorizon: Beside?
        var adjusted: Beside?
        var power: Power
        var floor: Int64
        var isFloorMet: Bool
    }

    /// What must not become worse.
    struct Guardrail: Codable, Sendable {
        /// A variant against the control.
        struct Variant: Codable, Sendable {
            var variant: String
            var harm: Double?
            var low: Double?
            var high: Double?
            var stoppedOn: String?
        }

        var subject: String
        var margin: Double
        var variants: [Variant]
    }

    /// What was decided.
    struct Decision: Codable, Sendable {
        var variant: String
        var decidedOn: String
        var from: String
        var by: String
        var reason: String
        var allowed: Finding
        var isFollowed: Bool
        var remark: Sentence
    }

    var programme: String
    var experiment: String
    var hypothesis: String
    var primary: String
    var from: String
    var until: String
    var asOf: String
    var registeredVersion: Int64
    var registeredAt: String
    var digest: String
    var variants: [Variant]
    var standing: Standing
    var kpis: [KPIDocument]
    var finding: Finding
    var sampleRatio: SampleRatio
    var comparisons: [Comparison]
    var secondaryComparisons: [Comparison]
    var guardrails: [Guardrail]
    var decision: Decision?
}

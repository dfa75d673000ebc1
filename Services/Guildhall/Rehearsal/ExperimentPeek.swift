/// What a manager reads of an experiment on an evening: the verdict so far, and why.
struct ExperimentPeek: Decodable, Sendable {
    /// What may be concluded.
    struct Finding: Decodable, Sendable {
        let verdict: String
        let variant: String?
        let reasons: [Reason]
    }

    /// Why, in a sentence.
    struct Reason: Decodable, Sendable {
        let code: String
        let text: String
        let values: Values
    }

    /// What a sentence is about, as far as a decision rests on it.
    struct Values: Decodable, Sendable {
        let variant: String?
        let direction: String?
    }

    let finding: Finding

    /// The variant that was shown to be better, if one was.
    var better: String? {
        guard let variant = finding.variant else { return nil }
        let isBetter = finding.reasons.contains {
            $0.code == "differs" && $0.values.variant == variant && $0.values.direction == "better"
        }
        return isBetter ? variant : nil
    }
}

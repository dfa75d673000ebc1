import Statistics

/// Which columns of a file say what.
struct ExperimentColumns {
    let arm: String
    let outcome: String
    let covariates: [String]
    let cluster: String?
    let event: String?
    /// What the outcomes have to be; nil when the outcomes themselves decide.
    let kind: OutcomeKind?

    /// All columns that are needed, in the order arm, outcome, covariates, cluster, event.
    var names: [String] {
        [arm, outcome] + covariates + [cluster, event].compactMap(\.self)
    }

    /// A column that was named for two purposes, which never makes sense.
    var repeated: String? {
        let names = names
        return names.indices.first { names[..<$0].contains(names[$0]) }.map { names[$0] }
    }
}

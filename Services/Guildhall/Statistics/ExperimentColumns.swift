/// Which columns of a file say what.
struct ExperimentColumns {
    let arm: String
    let outcome: String
    let covariates: [String]
    let cluster: String?
    let event: String?

    /// All columns that are needed, each once: arm, outcome, covariates, cluster, event.
    var names: [String] {
        var names: [String] = []
        for name in [arm, outcome] + covariates + [cluster, event].compactMap(\.self) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Where a column stands among them.
    func place(of name: String) -> Int? { names.firstIndex(of: name) }
}

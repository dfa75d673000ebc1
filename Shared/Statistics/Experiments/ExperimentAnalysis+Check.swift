extension ExperimentAnalysis {
    /// Refuses units that cannot be compared.
    static func check(_ units: [ExperimentUnit], _ question: ExperimentQuestion) throws(StatisticsError) {
        try Check.level(question.confidence, "confidence")
        let arms = Set(units.map(\.arm))
        guard arms.contains(question.control) else {
            throw StatisticsError("control", "must be an arm that has units: \(arms.sorted().joined(separator: ", "))")
        }
        guard arms.count > 1 else { throw StatisticsError("arm", "must have two values or more") }
        for name in question.weights.keys.sorted() where !arms.contains(name) {
            throw StatisticsError("weights", "names an arm without units: \(name)")
        }
        if question.kind == .skewed || question.kind == .survival, !question.covariates.isEmpty {
            throw StatisticsError("covariate", "cannot be used with a \(question.kind.rawValue) outcome")
        }
        for unit in units { try check(unit, question) }
        try checkClusters(units)
    }

    private static func check(_ unit: ExperimentUnit, _ question: ExperimentQuestion) throws(StatisticsError) {
        try Check.finite(unit.outcome, "outcome")
        try Check.finite(unit.covariates, "covariate")
        guard unit.covariates.count == question.covariates.count else {
            throw StatisticsError("covariate", "must have a value for every unit")
        }
        switch question.kind {
        case .proportion where unit.outcome != 0 && unit.outcome != 1:
            throw StatisticsError("outcome", "must be 0 or 1 for a proportion")
        case .survival:
            try Check.notNegative(unit.outcome, "outcome")
        default:
            break
        }
    }

    private static func checkClusters(_ units: [ExperimentUnit]) throws(StatisticsError) {
        var arms: [String: String] = [:]
        for unit in units {
            guard let cluster = unit.cluster else { continue }
            if let arm = arms.updateValue(unit.arm, forKey: cluster), arm != unit.arm {
                throw StatisticsError(
                    "cluster", "\(cluster) is in two arms, \(arm) and \(unit.arm): it was not assigned whole")
            }
        }
        guard arms.isEmpty || units.allSatisfy({ $0.cluster != nil }) else {
            throw StatisticsError("cluster", "must have a value for every unit")
        }
    }
}

/// The values of one arm as they are compared: those of its units, or the means of its clusters.
struct ArmValues {
    let outcomes: [Double]
    /// One list for each covariate.
    let covariates: [[Double]]
    let isClustered: Bool

    init(_ units: [ExperimentUnit]) {
        let width = units.first?.covariates.count ?? 0
        isClustered = units.contains { $0.cluster != nil }
        guard isClustered else {
            outcomes = units.map(\.outcome)
            covariates = (0..<width).map { column in units.map { $0.covariates[column] } }
            return
        }
        let clusters = Dictionary(grouping: units) { $0.cluster ?? "" }.sorted { $0.key < $1.key }.map(\.value)
        outcomes = clusters.map { Mean($0.map(\.outcome)).value }
        covariates = (0..<width).map { column in
            clusters.map { cluster in Mean(cluster.map { $0.covariates[column] }).value }
        }
    }
}

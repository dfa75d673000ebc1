/// What each cluster has more of the event than its time at risk explains.
///
/// A unit's residual is 1 or 0 for the event minus the pooled cumulative rate (Nelson-Aalen) up to its time. Over an
/// arm the residuals add up to the log-rank's observed minus expected, and over both arms to nothing.
struct ClusterResiduals {
    /// The sum of each cluster of the treatment arm.
    let treatment: [Double]
    /// The sum of each cluster of the control arm.
    let control: [Double]

    init(_ treatment: [ExperimentUnit], _ control: [ExperimentUnit]) {
        let units = treatment + control
        var rate = 0.0
        var rates: [Double: Double] = [:]
        for step in Lifetimes(units.map(\.outcome), units.map { YesNo($0.happened) }).steps {
            rate += Double(step.events) / Double(step.atRisk)
            rates[step.time] = rate
        }
        func sums(_ units: [ExperimentUnit]) -> [Double] {
            let sums = units.reduce(into: [String: Double]()) { sums, unit in
                sums[unit.cluster ?? "", default: 0] += (unit.happened ? 1 : 0) - (rates[unit.outcome] ?? 0)
            }
            // A dictionary's own order would change the last digit from run to run.
            return sums.sorted { $0.key < $1.key }.map(\.value)
        }
        self.treatment = sums(treatment)
        self.control = sums(control)
    }
}

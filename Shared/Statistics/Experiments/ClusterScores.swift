/// The variance of the log-rank's excess of events when whole clusters were assigned.
struct ClusterScores {
    /// How many clusters there are.
    let count: Int
    /// Their squared scores, summed, times count / (count - 1).
    let variance: Double

    init(_ treatment: [ExperimentUnit], _ control: [ExperimentUnit]) {
        let units = treatment + control
        let both = Lifetimes(units.map(\.outcome), units.map { YesNo($0.happened) }).steps
        let first = Lifetimes(treatment.map(\.outcome), treatment.map { YesNo($0.happened) }).steps
        // At each time: the share of the arm among those at risk, the rate d/n, and both summed up to it.
        var places: [Double: Int] = [:]
        var shares: [Double] = []
        var (rates, sharedRates) = ([Double](), [Double]())
        var next = first.startIndex
        for step in both {
            while next < first.endIndex, first[next].time < step.time { next += 1 }
            let share = next < first.endIndex ? Double(first[next].atRisk) / Double(step.atRisk) : 0
            let rate = Double(step.events) / Double(step.atRisk)
            places[step.time] = shares.count
            shares.append(share)
            rates.append((rates.last ?? 0) + rate)
            sharedRates.append((sharedRates.last ?? 0) + rate * share)
        }
        var scores: [String: Double] = [:]
        for (index, unit) in units.enumerated() {
            guard let place = places[unit.outcome] else { continue }
            let member = index < treatment.count ? 1.0 : 0.0
            let score =
                (unit.happened ? member - shares[place] : 0) - (member * rates[place] - sharedRates[place])
            scores[unit.cluster ?? "", default: 0] += score
        }
        count = scores.count
        let sum = scores.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        variance = count > 1 ? sum * Double(count) / Double(count - 1) : 0
    }
}

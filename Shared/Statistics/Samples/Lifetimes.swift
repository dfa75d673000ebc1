/// The distinct times of a sample with censoring, and what happened at each.
struct Lifetimes {
    /// One time: who was still there just before, and who had the event.
    struct Step {
        let time: Double
        let atRisk: Int
        var events: Int
        var censored: Int
    }

    /// The steps by rising time.
    private(set) var steps: [Step] = []

    init(_ durations: [Double], _ observed: [YesNo]) {
        let values = zip(durations, observed).sorted { $0.0 < $1.0 }
        for (index, (time, isEvent)) in values.enumerated() {
            if steps.last?.time != time {
                steps.append(Step(time: time, atRisk: values.count - index, events: 0, censored: 0))
            }
            if isEvent.isSet {
                steps[steps.count - 1].events += 1
            } else {
                steps[steps.count - 1].censored += 1
            }
        }
    }
}

extension Check {
    /// Durations and whether each ended with the event.
    static func lifetimes(
        _ durations: [Double], _ observed: [YesNo], _ field: String, _ observedField: String,
    ) throws(StatisticsError) {
        try notNegative(durations, field)
        try sameLength(observed.count, durations.count, observedField, as: field)
    }
}

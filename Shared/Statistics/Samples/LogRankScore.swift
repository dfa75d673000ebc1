/// The events of a group, how many were to be expected, and the hypergeometric variance.
struct LogRankScore {
    private(set) var observed = 0.0
    private(set) var expected = 0.0
    private(set) var variance = 0.0

    init(_ durationsA: [Double], _ observedA: [YesNo], _ durationsB: [Double], _ observedB: [YesNo]) {
        let first = Lifetimes(durationsA, observedA).steps
        let both = Lifetimes(durationsA + durationsB, observedA + observedB).steps
        var expectedSum = ExactSum()
        var varianceSum = ExactSum()
        var next = first.startIndex
        for step in both where step.events > 0 {
            while next < first.endIndex, first[next].time < step.time { next += 1 }
            guard next < first.endIndex else { break }
            if first[next].time == step.time { observed += Double(first[next].events) }
            let (events, all, share) = (Double(step.events), Double(step.atRisk), Double(first[next].atRisk))
            expectedSum.add(events * share / all)
            if step.atRisk > 1 {
                varianceSum.add(events * (share / all) * ((all - share) / all) * ((all - events) / (all - 1)))
            }
        }
        expected = expectedSum.value
        variance = varianceSum.value
    }
}

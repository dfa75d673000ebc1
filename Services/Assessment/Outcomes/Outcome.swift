import Contracts
import Programmes

/// What a person's results of an offering add up to, by the programme's weights (ASM-04).
///
/// Only what counts towards passing is weighed; exams are recorded and left out. The score is the sum of weight x score
/// over the sum of all weights, what is missing counting as 0; where all weights are 0 they are equal. Of several
/// results of one assessment the best counts, the earliest among equals: another attempt never takes away what was
/// achieved, so that the award's day depends on no later result. Results count in order of event time, then record id;
/// the award is dated by the one that lifts the score to the pass mark or above. All of it is exact integer arithmetic.
struct Outcome: Hashable, Sendable {
    let passed: Bool
    /// Percent, a seventh decimal rounded half to even; passing is judged on the exact value.
    let score: Decimal6
    /// The event time of the result that reached the pass mark.
    let awardedAt: Timestamp?

    /// The outcome of results in their order, each record at its highest revision.
    static func decide(_ results: [ResultFact], offering: Offering, passMark: Decimal6) -> Outcome {
        let weights = offering.weighted
        let total = weights.reduce(Int128(0)) { $0 + Int128($1.weight.millionths) }
        guard total > 0 else { return Outcome(passed: false, score: .zero, awardedAt: nil) }
        let needed = Int128(passMark.millionths) * total
        var best = [Int64](repeating: 0, count: weights.count)
        var sum: Int128 = 0
        var awardedAt: Timestamp?
        for result in results {
            guard let place = weights.firstIndex(where: { $0.coursework.id == result.assessment }) else { continue }
            let gain = result.percent.millionths - best[place]
            if gain > 0 {
                best[place] = result.percent.millionths
                sum += Int128(gain) * Int128(weights[place].weight.millionths)
            }
            if awardedAt == nil, sum >= needed { awardedAt = result.eventTime }
        }
        return Outcome(
            passed: awardedAt != nil, score: Decimal6(millionths: Int64(Percent.ratio(sum, total))),
            awardedAt: awardedAt)
    }
}

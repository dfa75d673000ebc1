import Contracts
import Programmes

/// A review of a practical task against a rubric (ASM-07, ASM-08).
struct RubricScore: Hashable, Sendable {
    let record: Identifier
    let scoredAt: Timestamp
    let reviewer: String
    /// The version of the rubric that was used.
    let rubricVersion: String
    let levels: [String: String]
    let comments: [String: String]
    /// Percent; nil while a criterion has no level.
    let percent: Decimal6?

    /// Scores a review.
    ///
    /// A criterion is worth its level's points in percent of its highest ones, and the score is the mean of the
    /// criteria by their weights, equal ones where all are 0. Each division is rounded half to even at the seventh
    /// decimal.
    ///
    /// - Parameters:
    ///   - rubrics: every version there is.
    ///   - own: the one of the worker's programme version, which counts where the review names none.
    static func of(
        _ review: ReviewRecorded, record: Identifier, rubrics: [String: Rubric], own: Rubric
    ) -> RubricScore {
        let version = review.rubricVersion ?? own.version
        let rubric = version == own.version ? own : rubrics[version]
        return RubricScore(
            record: record, scoredAt: review.eventTime, reviewer: review.reviewer, rubricVersion: version,
            levels: review.levels, comments: review.comments, percent: rubric.flatMap { percent(review.levels, $0) })
    }

    private static func percent(_ levels: [String: String], _ rubric: Rubric) -> Decimal6? {
        let isEqual = rubric.criteria.allSatisfy { $0.weight == .zero }
        var (sum, total): (Int128, Int128) = (0, 0)
        for criterion in rubric.criteria {
            guard let level = criterion.levels.first(where: { $0.id == levels[criterion.id] }),
                let highest = criterion.levels.map(\.points).max()
            else { return nil }
            let weight = isEqual ? Int128(Decimal6.one) : Int128(criterion.weight.millionths)
            let points = Percent.of(max(.zero, level.points), on: Scale(minimum: .zero, maximum: highest))
            sum += weight * Int128((points ?? .zero).millionths)
            total += weight
        }
        return total > 0 ? Decimal6(millionths: Int64(Percent.ratio(sum, total))) : nil
    }
}

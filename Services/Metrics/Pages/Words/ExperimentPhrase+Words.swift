import Pages
import Programmes

extension ExperimentPhrase: PagePhrase {
    static let words: [PageLanguage: [ExperimentPhrase: String]] = [
        .english: both(englishPlan, englishResults), .german: both(germanPlan, germanResults),
        .spanish: both(spanishPlan, spanishResults), .french: both(frenchPlan, frenchResults),
    ]

    private static func both(
        _ plan: [ExperimentPhrase: String], _ results: [ExperimentPhrase: String]
    ) -> [ExperimentPhrase: String] {
        plan.merging(results) { first, _ in first }
    }
}

import Contracts
import Database
import Programmes

/// What came of the season's experiment: the verdict, the decision, and who was invited by it afterwards.
struct SeasonVerdict: Codable, Sendable {
    let experiment: String
    /// On how many evenings somebody looked.
    let looks: Int
    let verdict: String
    /// The first day on which the verdict could be said.
    let since: String?
    let variant: String?
    /// Why, the most important reason first.
    let reason: String?
    /// The variant that everybody follows since the decision.
    let decided: String?
    /// The first day on which they do.
    let from: String?
    /// Workers who were invited since then, by the variant that they met.
    let invitedSince: [String: Int64]

    /// Reads what came of an experiment.
    init(_ manager: SeasonManager, _ context: OperatorContext) async throws {
        experiment = manager.plan.id
        looks = manager.looks
        verdict = manager.verdict?.finding.verdict ?? ExperimentVerdict.collecting.rawValue
        since = manager.verdict.map { "\($0.day)" }
        variant = manager.verdict?.finding.variant
        reason = manager.verdict?.finding.reasons.first?.text
        decided = manager.decision?.variant
        from = manager.decision.map { "\($0.from)" }
        guard let decision = manager.decision else {
            invitedSince = [:]
            return
        }
        let rows = try await context.database.run([
            Call(
                SeasonVerdict.met,
                [
                    .text(manager.programme), .text(manager.plan.id), .timestamptz(Timestamp(decision.from)),
                ])
        ])[0]
        invitedSince = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text(0), try $0.int64(1)) })
    }

    private static let met = Statement(
        """
        SELECT variant, count(*) FROM metrics_exposure
        WHERE programme = $1 AND experiment = $2 AND exposed_at >= $3 GROUP BY variant
        """)

    /// Prints it.
    func show() {
        print("experiment \(experiment), looked at on \(looks) evenings")
        if let since {
            print("verdict      \(verdict), which could be said from \(since) on")
        } else {
            print("verdict      \(verdict)")
        }
        if let reason { print("because      \(reason)") }
        if let decided, let from {
            let since = invitedSince.sorted { $0.key < $1.key }.map { "\($0.value) met '\($0.key)'" }
            print(
                "decision     '\(decided)' for everybody from \(from) on; invited since: \(since.joined(separator: ", "))"
            )
        }
    }
}

import ArgumentParser
import Statistics

/// `guildhall experiment plan`: how many workers an experiment needs (EXP-08).
struct ExperimentPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say how many workers each variant of an experiment needs.",
        discussion: """
            Takes the share that the control is expected to reach and the smallest difference from it that would matter, \
            in percentage points; with --deviation, a difference of means in their own unit. The check of a programme \
            plans by the same numbers.

            EXAMPLES
              guildhall experiment plan --base 40% --effect 12%
              guildhall experiment plan --base 40% --effect 12% --per-variant 200
              guildhall experiment plan --effect 0.5 --deviation 2 --variants 3 --json
            """)

    @Option(help: "The share that the control is expected to reach: 40% or 0.4; of no use with --deviation.")
    var base: Quantity?

    @Option(help: "The smallest difference that would matter: 12% or 0.12 from a share, a number from a mean.")
    var effect: Quantity

    @Option(help: "The standard deviation of workers' values, where the outcome is no share.")
    var deviation: Quantity?

    @Option(help: "The chance to find the difference.")
    var power = 0.8

    @Option(help: "The chance of a false alarm.")
    var alpha = 0.05

    @Option(help: "The variants, with the control; each of the others is compared with it.")
    var variants = 2

    @Option(help: "The number that is planned in each variant, to be judged.")
    var perVariant: Int?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard base != nil || deviation != nil else {
            throw ValidationError("Name the share of the control with --base, or with --deviation a spread of means.")
        }
        if let perVariant, perVariant < 1 { throw ValidationError("--per-variant must be 1 or more.") }
        do {
            _ = try plan()
        } catch let error as StatisticsError {
            throw ValidationError("--\(error.field) \(error.message).")
        }
    }

    func run() async throws {
        let report = try SizePlanReport(try plan(), planned: perVariant)
        if json { try Output.json(report) } else { SizePlanText(report).show() }
    }

    /// The plan of the options.
    func plan() throws -> SizePlan {
        let outcome: SizePlan.Outcome =
            deviation.map { .mean(deviation: $0.value) } ?? .share(base: base?.value ?? 0)
        return try SizePlan(outcome, effect: effect.value, alpha: alpha, power: power, variants: variants)
    }
}

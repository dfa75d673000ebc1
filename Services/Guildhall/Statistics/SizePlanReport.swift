import Foundation
import Statistics

/// What a size planner answers: the numbers, and what to know before trusting them (EXP-08).
struct SizePlanReport: Encodable {
    /// The fewest units of a variant whose result is not labelled (EXP-02).
    static let floor = 50

    let outcome: String
    @Defined private(set) var base: Double?
    @Defined private(set) var deviation: Double?
    let effect, alpha, power: Double
    let variants: Int
    /// The chance of a false alarm that each comparison with the control may take.
    let level: Double
    /// Units that a variant needs where one looks once, at a time fixed beforehand.
    @Defined private(set) var oneLook: Double?
    /// The most that it needs where one looks every day by the always-valid test.
    @Defined private(set) var everyDay: Double?
    /// What the number that is planned would do.
    private(set) var planned: Planned?
    private(set) var warnings: [ExperimentReport.Warning] = []

    enum CodingKeys: String, CodingKey {
        case outcome, base, deviation, effect, alpha, power, variants, level, planned, warnings
        case oneLook = "per_variant_one_look"
        case everyDay = "per_variant_every_day"
    }

    /// What a number of units a variant would do.
    struct Planned: Encodable {
        let perVariant: Int
        /// The chance to find the smallest difference.
        let powerOneLook, powerEveryDay: Double
        /// What one look finds with the power wanted.
        @Defined private(set) var smallestEffect: Double?

        enum CodingKeys: String, CodingKey {
            case perVariant = "per_variant"
            case powerOneLook = "power_one_look"
            case powerEveryDay = "power_every_day"
            case smallestEffect = "smallest_effect"
        }

        init(_ perVariant: Int, _ plan: SizePlan) throws {
            self.perVariant = perVariant
            powerOneLook = plan.power(perVariant: perVariant, .once)
            powerEveryDay = plan.power(perVariant: perVariant, .always)
            smallestEffect = try plan.smallestEffect(perVariant: perVariant)
        }
    }

    init(_ plan: SizePlan, planned: Int?) throws {
        switch plan.outcome {
        case .share(let base):
            outcome = "share"
            self.base = base
        case .mean(let deviation):
            outcome = "mean"
            self.deviation = deviation
        }
        (effect, alpha, power) = (plan.effect, plan.alpha, plan.power)
        (variants, level) = (plan.variants, plan.level)
        oneLook = try plan.needed(.once).map(Double.init)
        everyDay = try plan.needed(.always).map(Double.init)
        self.planned = try planned.map { try Planned($0, plan) }
        warnings = try warnings(plan)
    }

    private func warnings(_ plan: SizePlan) throws -> [ExperimentReport.Warning] {
        var warnings: [ExperimentReport.Warning] = []
        if let planned, oneLook.map({ $0 > Double(planned.perVariant) }) ?? true {
            let found = planned.smallestEffect.map {
                "with \(planned.perVariant) the smallest difference found with that power is about \(text($0))"
            }
            warnings.append(
                .init(
                    "too_few",
                    "You plan \(planned.perVariant) in each; \(count(oneLook)) are needed; "
                        + (found ?? "with \(planned.perVariant) no difference is found with that power") + "."))
        } else if let planned, everyDay.map({ $0 > Double(planned.perVariant) }) ?? true {
            warnings.append(
                .init(
                    "too_few_for_looks",
                    "\(planned.perVariant) in each are enough for one look; who looks every day may need up to "
                        + "\(count(everyDay))."))
        }
        if oneLook.map({ $0 > Double(Self.floor) }) ?? true {
            let found = try plan.smallestEffect(perVariant: Self.floor).map {
                "with it the smallest difference found with that power is about \(text($0))"
            }
            warnings.append(
                .init(
                    "floor_not_enough",
                    "The floor of \(Self.floor) in each is not enough here: "
                        + (found ?? "with it no difference is found with that power") + "."))
        } else if oneLook.map({ $0 < Double(Self.floor) }) ?? false {
            warnings.append(
                .init(
                    "below_floor",
                    "Fewer than \(Self.floor) would do for the statistics; a variant needs \(Self.floor) all the same, "
                        + "or its result is labelled."))
        }
        return warnings
    }

    /// A difference in words: shares in percent, four digits.
    func text(_ number: Double) -> String {
        outcome == "share" ? String(format: "%.4g %%", number * 100) : String(format: "%.4g", number)
    }

    /// A number of units in words.
    func count(_ number: Double?) -> String {
        number.map { String(format: "%.0f", $0) } ?? "more than can be counted"
    }
}

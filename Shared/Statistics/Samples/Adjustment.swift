/// Outcomes freed of what values from before the start explain: least squares on the centred values of all units.
///
/// With one covariate the weight is cov(x, y) / var(x). With several, modified Gram-Schmidt: each covariate is freed of
/// those before it, and one that is nothing but a mixture of them, or does not vary, weighs nothing.
struct Adjustment {
    /// The mean of the outcomes, which the deviations are measured from.
    let center: Double
    /// What is left of each outcome's deviation from the mean.
    let deviations: [Double]
    /// The weight of each covariate, after those before it; 0 where it explains nothing.
    let weights: [Double]
    /// The spread that rounding alone can cause.
    let noise: Double

    init(_ outcomes: [Double], _ covariates: [[Double]]) {
        guard !outcomes.isEmpty else {
            (center, deviations, weights, noise) = (0, [], covariates.map { _ in 0 }, 0)
            return
        }
        let scale = Scale.factor(outcomes)
        let scaled = outcomes.scaled(by: scale)
        let mean = Mean(scaled)
        var rest = scaled.map { mean.deviation(of: $0) }
        var size = Adjustment.largest(rest)
        var basis: [[Double]] = []
        var weights: [Double] = []
        for covariate in covariates {
            let factor = Scale.factor(covariate)
            var direction = Adjustment.centred(covariate.scaled(by: factor))
            let original = Adjustment.product(direction, direction)
            for earlier in basis { Adjustment.remove(earlier, from: &direction) }
            let length = Adjustment.product(direction, direction)
            guard length > 1e-20 * original else {
                weights.append(0)
                continue
            }
            let weight = Adjustment.remove(direction, from: &rest)
            size += abs(weight) * Adjustment.largest(direction)
            weights.append(weight / scale * factor)
            basis.append(direction)
        }
        center = mean.value / scale
        deviations = scale == 1 ? rest : rest.map { $0 / scale }
        self.weights = weights
        noise = weights.contains { $0 != 0 } ? 8 * size * Double.ulpOfOne / scale : 0
    }

    private static func centred(_ values: [Double]) -> [Double] {
        guard let least = values.min(), let greatest = values.max(), least < greatest else {
            return values.map { _ in 0 }
        }
        let mean = Mean(values)
        return values.map { mean.deviation(of: $0) }
    }

    /// Takes out of values what a direction explains; the answer is the direction's weight.
    @discardableResult
    private static func remove(_ direction: [Double], from values: inout [Double]) -> Double {
        let weight = product(direction, values) / product(direction, direction)
        for index in values.indices { values[index] = values[index].addingProduct(-weight, direction[index]) }
        return weight
    }

    private static func product(_ x: [Double], _ y: [Double]) -> Double {
        ExactSum(zip(x, y).lazy.map { $0 * $1 }).value
    }

    private static func largest(_ values: [Double]) -> Double {
        values.reduce(0) { max($0, abs($1)) }
    }
}

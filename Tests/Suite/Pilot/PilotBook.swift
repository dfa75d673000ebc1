import Foundation

/// What may be concluded on each day, worked out anew from what the scenario itself said over the bus.
///
/// It shares no code with the services: counts by day, the mixture's formula, and the rules in plain words.
struct PilotBook: Sendable {
    /// Somebody who met a variant.
    struct Unit: Sendable {
        let variant: Int
        let metOn: Int
        let optsIn: Bool
    }

    private(set) var units: [Unit] = []

    /// Workers a verdict needs in each variant.
    static let floor = 50
    /// Days a verdict needs.
    static let leastDays = 60

    mutating func meets(_ worker: PilotWorker) {
        let optsIn = worker.signsUpOn.map { $0 <= worker.invitedOn + PilotProgramme.within } ?? false
        units.append(Unit(variant: worker.variant, metOn: worker.invitedOn, optsIn: optsIn))
    }

    /// Workers of each variant whose time is over at the end of a day.
    func matured(on day: Int) -> [Int] {
        count { $0.metOn + PilotProgramme.within <= day }
    }

    /// Whether the variants had filled as one half and the other by a day: a chi-square test of one degree of freedom.
    func isRatioBroken(on day: Int) -> Bool {
        let met = count { $0.metOn <= day }.map(Double.init)
        guard met[0] + met[1] > 0 else { return false }
        let chiSquare = (met[0] - met[1]) * (met[0] - met[1]) / (met[0] + met[1])
        return erfc((chiSquare / 2).squareRoot()) < 0.001
    }

    /// The smallest p-value of all looks up to a day; 1 before one counts.
    func p(until day: Int) -> Double {
        (0...day).reduce(1) { min($0, look(on: $1) ?? 1) }
    }

    /// One over the likelihood ratio of the normal mixture; nil where the look does not count.
    private func look(on day: Int) -> Double? {
        let n = matured(on: day).map(Double.init)
        let x = count { $0.metOn + PilotProgramme.within <= day && $0.optsIn }.map(Double.init)
        let (all, ins) = (n[0] + n[1], x[0] + x[1])
        guard n.allSatisfy({ $0 >= Double(PilotBook.floor) }), min(ins, all - ins) >= 10, !isRatioBroken(on: day) else {
            return nil
        }
        let v = ins / all * (1 - ins / all) * (1 / n[0] + 1 / n[1])
        let d = x[1] / n[1] - x[0] / n[0]
        let t = PilotProgramme.effect * PilotProgramme.effect
        return 1 / ((v / (v + t)).squareRoot() * exp(t * d * d / (2 * v * (v + t))))
    }

    /// What the method allows to conclude on a day.
    func verdict(on day: Int) -> String {
        if !units.contains(where: { $0.metOn <= day }) { return "not-started" }
        if isRatioBroken(on: day) { return "blocked" }
        let daysRun = min(day, PilotProgramme.days - 1) + 1
        let isLarge = matured(on: day).allSatisfy { $0 >= PilotBook.floor }
        if daysRun >= PilotBook.leastDays, isLarge, p(until: day) <= 0.05 { return "difference" }
        if day < PilotProgramme.days - 1 + PilotProgramme.within { return "collecting" }
        return isLarge ? "no-difference-shown" : "withheld"
    }

    private func count(_ condition: (Unit) -> Bool) -> [Int] {
        PilotProgramme.variants.indices.map { place in units.count { $0.variant == place && condition($0) } }
    }
}

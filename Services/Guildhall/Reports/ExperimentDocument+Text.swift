import Foundation

extension ExperimentDocument {
    /// The verdict in a few words.
    static func words(_ finding: Finding) -> String {
        let words = finding.verdict.replacingOccurrences(of: "-", with: " ")
        return finding.variant.map { "\(words): \($0)" } ?? words
    }

    /// Prints what may be concluded in words, then the numbers that it rests on.
    func show() {
        print("experiment \(experiment) of \(programme), \(from) to \(until), as of \(asOf)")
        print(hypothesis)
        print("declared in version \(registeredVersion) at \(registeredAt), SHA-256 \(digest)")
        print("")
        print("Verdict: \(ExperimentDocument.words(finding)).")
        for reason in finding.reasons { print("  \(reason.text)") }
        if let decision { show(decision) }
        print("")
        Output.table(
            ["variant", "planned", "assigned", "met it", "time over", "elsewhere by now"],
            variants.map { one in
                [one.id] + [one.planned, one.assigned, one.exposed, one.matured, one.crossed].map { "\($0)" }
            })
        print(
            "filled as meant: \(sampleRatio.isMismatch ? "no" : "yes")"
                + (sampleRatio.p.map { " (p \(ExperimentDocument.p($0)))" } ?? ""))
        table("primary figure, valid at every look", comparisons)
        table("further figures, which decide nothing", secondaryComparisons)
        for comparison in comparisons { beside(comparison) }
        for guardrail in guardrails { show(guardrail) }
    }

    private func show(_ decision: Decision) {
        print("")
        print(
            "Decided on \(decision.decidedOn) by \(decision.by): \(decision.variant) from \(decision.from) on. "
                + decision.reason)
        print("  On that day: \(ExperimentDocument.words(decision.allowed)). \(decision.remark.text)")
    }

    private func table(_ title: String, _ comparisons: [Comparison]) {
        if comparisons.isEmpty { return }
        print("")
        print(title)
        Output.table(
            [
                "figure", "variant", "control", "variant's", "difference", "95 % from", "to", "p", "Holm", "B-H",
                "floor",
            ],
            comparisons.map { one in
                let number = { (value: Double?) in ExperimentDocument.number(value, one.scale) }
                return [
                    one.kpi, one.treatment, "\(number(one.controlValue)) (n \(one.controlUnits))",
                    "\(number(one.treatmentValue)) (n \(one.treatmentUnits))", number(one.estimate), number(one.low),
                    number(one.high), one.p.map(ExperimentDocument.p) ?? "-",
                    one.holm.map(ExperimentDocument.p) ?? "-",
                    one.benjaminiHochberg.map(ExperimentDocument.p) ?? "-",
                    one.isFloorMet ? "met" : "below \(one.floor)",
                ]
            })
    }

    private func beside(_ one: Comparison) {
        print("")
        print("\(one.treatment), \(one.kpi): \(one.method)")
        for (name, other) in [("as if looked at once", one.fixedHorizon), ("with what was before", one.adjusted)] {
            guard let other else { continue }
            let numbers = [other.estimate, other.low, other.high].map { ExperimentDocument.number($0, "") }
            print(
                "  \(name): \(numbers[0]) from \(numbers[1]) to \(numbers[2]), "
                    + "p \(other.p.map(ExperimentDocument.p) ?? "-"); \(other.method)")
        }
        let power = one.power
        if let effect = power.smallestEffect {
            print(
                "  chance to find \(ExperimentDocument.number(effect, one.scale)): "
                    + "\(ExperimentDocument.number(power.power, "share")); needed in each variant: "
                    + (power.neededPerVariant.map { "\($0)" } ?? "-"))
        }
        if let detectable = power.detectableEffect {
            print("  found four times out of five: \(ExperimentDocument.number(detectable, one.scale)) or more")
        }
    }

    private func show(_ guardrail: Guardrail) {
        for one in guardrail.variants {
            let numbers = [one.harm, one.low, one.high].map { ExperimentDocument.number($0, "share") }
            print(
                "guardrail \(guardrail.subject), \(one.variant): \(numbers[0]) worse, from \(numbers[1]) to "
                    + "\(numbers[2]), allowed \(ExperimentDocument.number(guardrail.margin, "share"))"
                    + (one.stoppedOn.map { ": stopped on \($0)" } ?? ""))
        }
    }

    private static func number(_ value: Double?, _ scale: String) -> String {
        guard let value else { return "-" }
        return scale == "share" ? String(format: "%.1f %%", value * 100) : String(format: "%.4g", value)
    }

    private static func p(_ value: Double) -> String {
        value < 0.001 ? "<0.001" : String(format: "%.3f", value)
    }
}

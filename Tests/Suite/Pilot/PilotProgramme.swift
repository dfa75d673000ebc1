import Foundation

/// The example of a season with another id and an experiment of the scenario's own.
struct PilotProgramme: Sendable {
    let id: String
    /// How many lie in each variant by the plan.
    let perVariant: Int
    /// What is watched, as YAML; empty for nothing.
    var guardrails = ""

    /// The salt of its only experiment.
    var salt: String { "\(id)-suite" }

    static let experiment = "first-line"
    static let variants = ["plain", "clear"]
    /// Days after the invitation within which somebody opts in.
    static let within = 14
    /// The smallest difference of interest.
    static let effect = 0.25
    /// Days of the experiment, both ends included.
    static let days = 68

    /// The text of a version.
    ///
    /// - Parameter decision: what was decided in the end, as YAML.
    func text(decision: String = "") throws -> String {
        let file = SuiteEnvironment.root.appendingPathComponent("deploy/examples/seasonal-retail/programme.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        guard let first = text.range(of: "\nexperiments:\n"), let next = text.range(of: "\ntexts:\n"),
            first.upperBound < next.lowerBound
        else { throw SuiteFailure("the example has no experiments before its texts") }
        text.replaceSubrange(first.lowerBound..<next.lowerBound, with: "\n\(experiments(decision))")
        for (old, new) in [
            ("programme: retail-seasonal\n", "programme: \(id)\n"),
            ("reminders: {every: 48 hours,", "reminders: {every: 2160 hours,"),
            (
                "\nkpis:\n",
                "\nkpis:\n  - {id: participation, objective: faster ramp-up, baseline: 0.35, target: half of them}\n"
            ),
        ] {
            guard text.contains(old) else { throw SuiteFailure("the example does not say: \(old)") }
            text = text.replacingOccurrences(of: old, with: new)
        }
        return text
    }

    private func experiments(_ decision: String) -> String {
        """
        experiments:
          - id: \(PilotProgramme.experiment)
            hypothesis: An invitation whose first line says what the credential brings lets more of those invited opt in.
            salt: \(salt)
            pathway: point-of-sale
            primary: participation
            secondary: [completion]
            from: \(PilotCalendar.day(0))
            until: \(PilotCalendar.day(PilotProgramme.days - 1))
            per-variant: \(perVariant)
            within: \(PilotProgramme.within) days
            base: 35 %
            smallest-effect: \(Int(PilotProgramme.effect * 100)) %
            variants:
              - {id: plain}
              - {id: clear, texts: {invitation: invitation-clear}}
        \(guardrails.isEmpty ? "" : "    guardrails: \(guardrails)\n")\
        \(decision.isEmpty ? "" : "    decision: \(decision)\n")
        """
    }
}

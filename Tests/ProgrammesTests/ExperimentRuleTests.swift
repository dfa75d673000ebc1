import Contracts
import Programmes
import Testing

@Suite("What an experiment may declare")
struct ExperimentRuleTests {
    static let examples = [
        GuardrailExample(
            "EXP-14 no place", "from: 0, until: 50}", accepted: "from: 50, until: 100}",
            refused: "from: 50, until: 50}",
            "experiment-namespace", at: "namespace"),
        GuardrailExample(
            "EXP-14 no such place", "from: 0, until: 50}", accepted: "from: 0, until: 100}",
            refused: "from: 0, until: 101}", "range", at: "namespace"),
        GuardrailExample(
            "EXP-14 partner", "unit: worker", accepted: "unit: client", refused: "unit: worker\n    with: [pilot]",
            "unknown-experiment", at: "with"),
        GuardrailExample(
            "EXP-14 shared workers", next, accepted: second("namespace: {id: season, from: 50, until: 100}") + next,
            refused: second("namespace: {id: season, from: 49, until: 100}") + next, "experiment-overlap",
            at: "namespace: {id: season, from: 49"),
        GuardrailExample(
            "EXP-01 unit", "unit: worker", accepted: "unit: client", refused: "unit: team", "choice", at: "unit"),
        GuardrailExample(
            "EXP-01 time", "within: 45 days", accepted: "within: 1 day", refused: "within: 45", "unit", at: "within"),
        GuardrailExample(
            "EXP-06", "    adjust: covariate\n", accepted: "    adjust: change\n", refused: "",
            "experiment-adjustment", at: "before"),
        GuardrailExample(
            "EXP-08 base", "base: 40 %", accepted: "base: 0.4", refused: "base: 4", "experiment-base", at: "base"),
        GuardrailExample(
            "EXP-08 no effect", "smallest-effect: 0.14", accepted: "smallest-effect: 60 %",
            refused: "smallest-effect: 0", "experiment-effect", at: "smallest-effect"),
        GuardrailExample(
            "EXP-08 no such effect", "smallest-effect: 0.14", accepted: "smallest-effect: 60 %",
            refused: "smallest-effect: 61 %", "experiment-effect", at: "smallest-effect"),
        GuardrailExample(
            "EXP-12 subject", "watch: opt-out", accepted: "watch: complaints", refused: "watch: mood", "choice",
            at: "watch: mood"),
        GuardrailExample(
            "EXP-12 twice", "watch: opt-out", accepted: "watch: complaints", refused: "watch: inequality",
            "duplicate-id", at: "margin: 0.1"),
        GuardrailExample(
            "EXP-12 margin", "margin: 0.1", accepted: "margin: 1", refused: "margin: 1.1", "experiment-margin",
            at: "inequality"),
        GuardrailExample(
            "EXP-12 margin in percent", "margin: 5 %", accepted: "margin: 100 %", refused: "margin: 101 %", "range",
            at: "opt-out"),
        GuardrailExample(
            "EXP-15 variant", "variant: clear, decided", accepted: "variant: plain, decided",
            refused: "variant: vague, decided", "experiment-decision", at: "decided:"),
        GuardrailExample(
            "EXP-15 before the start", "decided: 2025-01-31", accepted: "decided: 2024-09-01",
            refused: "decided: 2024-08-31", "experiment-decision", at: "decided:"),
        GuardrailExample(
            "EXP-15 while it runs", "decided: 2025-01-31, from: 2025-02-01",
            accepted: "decided: 2024-12-01, from: 2024-12-16", refused: "decided: 2024-12-01, from: 2024-12-15",
            "experiment-decision", at: "decided:"),
        GuardrailExample(
            "EXP-15 backwards", "from: 2025-02-01", accepted: "from: 2025-01-31", refused: "from: 2025-01-30",
            "experiment-decision", at: "decided:"),
        GuardrailExample(
            "EXP-15 by whom", "by: learning", accepted: "by: legal", refused: "by: finance", "experiment-decision",
            at: "decided:"),
        GuardrailExample(
            "EXP-15 without a reason", "because: More of them finished.", accepted: "because: It does no harm.",
            refused: "because: ''", "empty", at: "decided:"),
        GuardrailExample(
            "EXP-16", "goal: 0.52", accepted: "goal: 0.4", refused: "goal: 0.39", "kpi-goal", at: "id: completion"),
    ]

    /// What follows on the experiments.
    private static let next = "texts:\n  - {id: invitation, version: v1, en: Training"

    private static func second(
        _ keys: String, id: String = "second", from: String = "2024-11-01", until: String = "2025-01-31",
        texts: String = "welcome: reminder"
    ) -> String {
        """
          - id: \(id)
            hypothesis: Fewer words are read by more.
            salt: \(id)
            primary: completion
            from: \(from)
            until: \(until)
            per-variant: 200
            base: 40 %
            smallest-effect: 14 %
            \(keys)
            variants:
              - {id: long}
              - {id: short, texts: {\(texts)}}

        """
    }

    @Test(
        "EXP-01, EXP-06, EXP-08, EXP-12, EXP-14, EXP-15: each rule accepts one plan and refuses one",
        arguments: examples)
    func example(example: GuardrailExample) throws {
        try example.prove()
    }

    /// The rules that refuse two experiments, by what each says of the other.
    private func rules(_ first: String, _ second: String) -> [String] {
        ProgrammeReader.check(
            DeliveredProgramme.text.replacing("namespace: {id: season, from: 0, until: 50}", with: first)
                .replacing(Self.next, with: second + Self.next)
        ).problems.map(\.rule)
    }

    @Test("EXP-14: two experiments share no worker, by a namespace of both or by a factorial design that both name")
    func concurrent() {
        let none = "eligible: Everybody."
        #expect(rules("override: The season is short.", Self.second(none)) == ["experiment-overlap"])
        let half = "namespace: {id: season, from: 0, until: 50}"
        let rest = "namespace: {id: season, from: 50, until: 100}"
        #expect(rules(half, Self.second(rest)) == [])
        #expect(rules(half, Self.second(none)) == ["experiment-overlap"])
        #expect(rules(half, Self.second(rest.replacing("season", with: "other"))) == ["experiment-overlap"])
        #expect(rules(half, Self.second(rest + "\n    unit: client")) == ["experiment-overlap"])
        #expect(rules("with: [second]", Self.second("with: [pilot]")) == [])
        #expect(rules("with: [second]", Self.second(none)) == ["experiment-overlap"])
        #expect(rules(half, Self.second("with: [pilot]")) == ["experiment-overlap"])
        #expect(rules("with: [second]", Self.second("with: [pilot]\n    unit: client")) == ["experiment-overlap"])
        #expect(
            rules("with: [second]", Self.second("with: [pilot]", texts: "invitation: welcome"))
                == ["experiment-overlap"])
        // One after the other, they may have the same workers.
        #expect(rules(half, Self.second(none, from: "2024-12-16", until: "2025-02-28")) == [])
        #expect(rules(half, Self.second(none, from: "2024-12-15", until: "2025-02-28")) == ["experiment-overlap"])
    }

    @Test("EXP-14: a third experiment in a calendar quarter needs a written reason")
    func quarter() {
        func rules(_ keys: String, from: String) -> [String] {
            self.rules(
                "namespace: {id: season, from: 0, until: 30}",
                Self.second("namespace: {id: season, from: 30, until: 60}")
                    + Self.second(
                        "namespace: {id: season, from: 60, until: 100}\n    \(keys)", id: "third", from: from,
                        until: "2025-03-31"))
        }
        #expect(rules("within: 9 days", from: "2024-12-31") == ["experiment-quarter"])
        #expect(rules("within: 9 days", from: "2025-01-01") == [])
        #expect(rules("override: The season is short.", from: "2024-12-31") == [])
    }

    @Test("EXP-17, EXP-15: after a roll-out no variant pays less than what everybody has by then")
    func payFloor() {
        func rules(from: String) -> [String] {
            let later = Self.second("eligible: All.", from: from, until: "2025-05-31", texts: "welcome: reminder")
                .replacing("{welcome: reminder}}", with: "{welcome: reminder}, premium: 6 %}")
            return self.rules("override: The season is short.", later)
                .filter { $0.hasPrefix("experiment") }
        }
        #expect(rules(from: "2025-01-31") == [])
        #expect(rules(from: "2025-02-01") == ["experiment-pay-floor"])
    }
}

import Foundation
import Programmes
import Testing

@Suite("What a programme that Guildhall delivers needs")
struct PublicationTests {
    static let examples = [
        GuardrailExample(
            "PRG-01 curriculum", "    units:\n", accepted: "    units:\n", refused: "    unit:\n", "five-parts",
            at: "id: pos"),
        GuardrailExample(
            "PRG-01 assessment", "    assessment:\n", accepted: "    assessment:\n", refused: "    assess:\n",
            "five-parts", at: "id: pos"),
        GuardrailExample(
            "PRG-01 delivery", "reminders: {every: 24 hours, text: reminder}\n",
            accepted: "reminders: {text: reminder}\n", refused: "", "five-parts", at: "programme: here"),
        GuardrailExample(
            "PRG-01 measurement", "objectives: [faster ramp-up]\n", accepted: "objectives: [faster ramp-up]\n",
            refused: "", "five-parts", at: "programme: here"),
        GuardrailExample(
            "PRG-01 governance", "governance: {owners: [learning, legal], review: 60 days}\n",
            accepted: "governance: {owners: [operations, learning]}\n", refused: "", "five-parts", at: "programme: here"
        ),
        GuardrailExample(
            "PRG-02", "title: A sale, takes: 10 minutes", accepted: "title: A sale, takes: 15 minutes",
            refused: "title: A sale, takes: 16 minutes", "unit-length", at: "id: sale"),
        GuardrailExample(
            "PRG-02 with a reason", "title: A sale, takes: 10 minutes",
            accepted: "title: A sale, takes: 4 minutes, reason: A film of four minutes",
            refused: "title: A sale, takes: 4 minutes", "unit-length", at: "id: sale"),
        GuardrailExample(
            "PRG-03 success", "success: The total is right.", accepted: "success: The total is right to the cent.",
            refused: "mobile: yes", "missing-key", at: "id: sale"),
        GuardrailExample(
            "PRG-03 competency", "competency: cash handling, success", accepted: "competency: cash, success",
            refused: "success", "missing-key", at: "id: sale"),
        GuardrailExample(
            "PRG-04", "hours: 1\n", accepted: "hours: 1.1\n", refused: "hours: 1.2\n", "declared-hours",
            at: "hours: 1.2"),
        GuardrailExample(
            "PRG-04 below", "hours: 1\n", accepted: "hours: 0.91\n", refused: "hours: 0.9\n", "declared-hours",
            at: "hours: 0.9"),
        GuardrailExample(
            "PRG-04 on the badge", "      criteria: At", accepted: "      hours: 1\n      criteria: At",
            refused: "      hours: 4\n      criteria: At", "declared-hours", at: "hours: 4"),
        GuardrailExample(
            "PRG-04 undeclared", "    hours: 1\n", accepted: "    hours: 1\n", refused: "", "declared-hours",
            at: "id: pos"),
        GuardrailExample(
            "PRG-05, ASM-06 deliverable", "deliverable: Sales recorded without error",
            accepted: "deliverable: Returns recorded without error", refused: "billable: no", "missing-key", at: "task:"
        ),
        GuardrailExample(
            "PRG-06", "after: [sale]", accepted: "after: [sale, exits]", refused: "after: [complaint]", "core-first",
            at: "id: complaint"),
        GuardrailExample(
            "PRG-06 circle", "after: [sale]", accepted: "after: [exits]", refused: "after: [sale, complaint]",
            "prerequisite-cycle", at: "after:"),
        GuardrailExample(
            "PRG-06 unknown", "after: [sale]", accepted: "after: [sale]", refused: "after: [sail]", "unknown-unit",
            at: "after:"),
        GuardrailExample(
            "PRG-06 pathways", "    role: associate\n    hours", accepted: "    role: associate\n    hours",
            refused: "    role: associate\n    prerequisites: [pos]\n    hours", "prerequisite-cycle",
            at: "prerequisites"),
        GuardrailExample(
            "PRG-17", "objectives: [faster ramp-up]", accepted: "objectives: [faster ramp-up]",
            refused: "objectives: [faster ramp-up, niche certification]", "objective-kpi", at: "objectives"),
        GuardrailExample(
            "PRG-17 known", "objectives: [faster ramp-up]", accepted: "objectives: [faster ramp-up]",
            refused: "objectives: [more profit]", "choice", at: "objectives"),
        GuardrailExample(
            "PRG-18", "  means: USD 150 a head\n", accepted: "  means: Two trainers\n", refused: "", "missing-key",
            at: "skill:"),
        GuardrailExample(
            "PRG-18 skill", "  skill: Correct sales\n", accepted: "  skill: Sales without error\n", refused: "",
            "missing-key", at: "time:"),
        GuardrailExample(
            "PRG-18 time", "  time: An hour\n", accepted: "  time: Two hours\n", refused: "", "missing-key",
            at: "skill:"),
        GuardrailExample(
            "PRG-18 measure", "  measure: Errors in the first week\n", accepted: "  measure: Errors in a month\n",
            refused: "", "missing-key", at: "skill:"),
        GuardrailExample(
            "PRG-18 at all", "diagnosis:", accepted: "diagnosis:", refused: "diagnoses:", "diagnosis", at: "programme"),
        GuardrailExample(
            "MET-19 too few", "  - {id: rehire, objective: faster ramp-up}\n",
            accepted: """
                  - {id: rehire, objective: faster ramp-up}
                  - {id: incidents, objective: faster ramp-up}
                  - {id: funnel, objective: faster ramp-up}

                """, refused: "", "kpi-count", at: "id: completion"),
        GuardrailExample(
            "MET-19 too many", "  - {id: time-to-fill, objective: faster ramp-up}\n",
            accepted: "  - {id: time-to-fill, objective: faster ramp-up}\n",
            refused: (1...4).map { "  - {id: kpi-\($0), objective: faster ramp-up}\n" }.joined(), "kpi-count",
            at: "id: completion"),
        GuardrailExample(
            "MET-19 no leading one", "leading: yes, ", accepted: "leading: yes, ", refused: "", "leading-kpi",
            at: "id: completion"),
        GuardrailExample(
            "MET-19 two leading ones", "id: time-to-fill, ", accepted: "id: time-to-fill, leading: no, ",
            refused: "id: time-to-fill, leading: yes, ", "leading-kpi", at: "id: completion"),
        GuardrailExample(
            "ASM-06", "      practical:\n", accepted: "      practical:\n", refused: "      practice:\n",
            "missing-key", at: "quiz:"),
        GuardrailExample(
            "ASM-07 points rise", "points: 2.5", accepted: "points: 2", refused: "points: 0", "rubric-levels",
            at: "id: right"),
        GuardrailExample(
            "ASM-07 levels",
            "                - {id: wrong, title: Not yet, behaviour: Two records differ., points: 0}\n",
            accepted: "                - {id: wrong, title: Not yet, behaviour: Three records differ., points: 1}\n",
            refused: "", "rubric-levels", at: "id: right"),
        GuardrailExample(
            "ASM-07 behaviour", "behaviour: All records agree., ", accepted: "behaviour: All of them agree., ",
            refused: "", "missing-key", at: "id: right"),
        GuardrailExample(
            "ASM-15", "        stipend: USD 12\n", accepted: "        billable: yes\n", refused: "", "paid-assessment",
            at: "task:"),
        GuardrailExample(
            "ASM-15, ASM-16: not twice", "        stipend: USD 12\n", accepted: "        stipend: USD 10\n",
            refused: "        stipend: USD 12\n        billable: yes\n", "paid-assessment", at: "stipend"),
        GuardrailExample(
            "ASM-01 draw", "draw: 1", accepted: "draw: 2", refused: "draw: 3", "quiz-draw", at: "draw: 3"),
        GuardrailExample(
            "ASM-01 options", "options: {a: \"3\", b: \"4\"}", accepted: "options: {a: \"3\", b: \"4\", c: \"5\"}",
            refused: "options: {a: \"3\"}", "quiz-options", at: "options"),
        GuardrailExample(
            "ASM-01 a right one", "right: a\n", accepted: "right: b\n", refused: "right: d\n", "quiz-options",
            at: "right: d"),
        GuardrailExample(
            "ASM-01 a wrong one", "right: a\n", accepted: "right: [a]\n", refused: "right: [a, b]\n", "quiz-options",
            at: "right: [a, b]"),
        GuardrailExample(
            "ASM-01 ids", "id: exit\n", accepted: "id: way-out\n", refused: "id: change\n", "duplicate-id",
            at: "id: change"),
        GuardrailExample(
            "ASM-03", "from: 65 %, to: 75 %", accepted: "from: 60 %, to: 80 %", refused: "from: 75 %, to: 75 %",
            "review-band", at: "review: {from"),
        GuardrailExample(
            "ONB-13 quote", "      quote: {en: It helped me., es: Me ayudó., by: A synthetic example}\n",
            accepted: "      quote: {en: It helped., es: Me ayudó., by: Synthetic}\n", refused: "",
            "incomplete-invitation", at: "text: invitation"),
        GuardrailExample(
            "ONB-13 quote in every language", ", es: Me ayudó.", accepted: ", es: Ayuda.", refused: "", "translation",
            at: "quote:"),
        GuardrailExample(
            "INC-24 line", "line: grants\n", accepted: "line: stipends\n", refused: "line: gifts\n", "unknown-line",
            at: "line: gifts"),
        GuardrailExample(
            "INC-24 quarter", "{line: stipends, quarter: 2024-Q3", accepted: "{line: stipends, quarter: 2024-Q4",
            refused: "{line: grants, quarter: 2024-Q3", "duplicate-line", at: "USD 600}"),
        GuardrailExample(
            "INC-24 currency", "amount: USD 150\n", accepted: "amount: USD 100\n", refused: "amount: EUR 150\n",
            "currency", at: "EUR 150"),
        GuardrailExample(
            "ONB-26 texts", "text: reminder}", accepted: "text: welcome}", refused: "text: remainder}", "unknown-text",
            at: "remainder"),
        GuardrailExample(
            "ONB-26 languages", "languages: [en, es]\n", accepted: "languages: [es, en]\n",
            refused: "languages: [en]\n",
            "language", at: "es:"),
        GuardrailExample(
            "ONB-26 translations", ", es: Bienvenida.", accepted: ", es: Hola.", refused: "", "translation",
            at: "id: welcome"),
        GuardrailExample(
            "INC-21 tax", "  tax-note: tax-note\n", accepted: "  tax-note: welcome\n", refused: "", "tax-note",
            at: "pools:"),
        GuardrailExample(
            "INC-04 pool", "pool: pool,", accepted: "pool: pool,", refused: "pool: other,", "unknown-pool",
            at: "id: first"),
        GuardrailExample(
            "ONB-04 clock", "warning: 12 hours", accepted: "warning: 47 hours", refused: "warning: 48 hours", "clock",
            at: "clock:"),
        GuardrailExample(
            "ONB-15", "amount: USD 12.50}", accepted: "amount: USD 13}", refused: "amount: USD 12.50, rate: 5 %}",
            "milestone", at: "The task is handed in"),
        GuardrailExample(
            "ONB-15 result", "when: An engagement is started", accepted: "when: The work is accepted",
            refused: "when: Every shift was taken", "outcomes-only", at: "Every shift"),
        GuardrailExample(
            "ONB-01 credential", "owner: learning, pathway: pos}", accepted: "owner: worker, pathway: pos}",
            refused: "owner: learning}", "missing-key", at: "id: badge"),
        GuardrailExample(
            "ONB-18 unit", "unit: exits", accepted: "unit: sale", refused: "unit: exist", "unknown-unit", at: "unit:"),
        GuardrailExample(
            "CRD-06", "      quiz:\n", accepted: "      quiz:\n", refused: "      quizz:\n", "renewal-layer",
            at: "renewal: [quiz"),
        GuardrailExample(
            "ASM-02 weight", "weight: 60", accepted: "weight: 0.5", refused: "weight: 0", "range", at: "weight: 0"),
        GuardrailExample(
            "INC-24 amount", "amount: USD 600}", accepted: "amount: USD 600.50}", refused: "amount: 600 dollars}",
            "money", at: "600 dollars"),
        GuardrailExample(
            "INC-24 in a quarter", "2024-Q3, amount: USD 600}", accepted: "2025-Q1, amount: USD 600}",
            refused: "2024-Q5, amount: USD 600}", "quarter", at: "2024-Q5"),
        GuardrailExample(
            "INC-17", "rehire: yes, briefs: yes", accepted: "rehire: yes", refused: "rehire: no", "empty-priority",
            at: "rehire: no"),
        GuardrailExample(
            "EXP-02", "per-variant: 200", accepted: "per-variant: 50", refused: "per-variant: 49", "experiment-floor",
            at: "per-variant"),
        GuardrailExample(
            "EXP-02 override", "per-variant: 200",
            accepted: "per-variant: 20\n    override: The season has 40 people in all.", refused: "per-variant: 20",
            "experiment-floor", at: "per-variant"),
        GuardrailExample(
            "EXP-17, G21 pay floor", "premium: 7 %", accepted: "premium: 5 %", refused: "premium: 4 %", "premium-band",
            at: "id: clear"),
        GuardrailExample(
            "EXP-17, G21 below the programme's own", "{rate: 5 %, uses", accepted: "{rate: 7 %, uses",
            refused: "{rate: 8 %, uses", "experiment-pay-floor", at: "id: clear"),
        GuardrailExample(
            "EXP-17, G21 safety", "{invitation: invitation-clear}", accepted: "{reminder: welcome}",
            refused: "{safety-note: welcome}", "experiment-scope", at: "id: clear"),
        GuardrailExample(
            "EXP-17, G21 terms", "{invitation: invitation-clear}", accepted: "{welcome: invitation-clear}",
            refused: "{terms: welcome}", "experiment-scope", at: "id: clear"),
        GuardrailExample(
            "EXP-17, G21 accepted work", "premium: 7 %", accepted: "premium: 7 %", refused: "accepted-work: later",
            "experiment-scope", at: "id: clear"),
        GuardrailExample(
            "EXP-01 figure", "primary: completion", accepted: "primary: rehire", refused: "primary: mood",
            "unknown-kpi", at: "primary"),
        GuardrailExample(
            "EXP-01 comparison", "      - {id: plain}\n", accepted: "      - {id: plain, weight: 3}\n", refused: "",
            "experiment-variants", at: "id: clear"),
        GuardrailExample(
            "EXP-13 text", "{invitation: invitation-clear}", accepted: "{invitation: welcome}",
            refused: "{invitation: invitation-vague}", "unknown-text", at: "id: clear"),
        GuardrailExample(
            "ONB-23 pathway", "waived-by: [pos]", accepted: "check: floor",
            refused: "waived-by: [other]", "unknown-pathway", at: "waived-by"),
        GuardrailExample(
            "ASM-04: one assessor", "lasts: 150 days}", accepted: "lasts: 100 days}",
            refused: "lasts: 150 days, coursework: []}", "guildhall-delivery", at: "id: pos-1"),
    ]

    @Test(
        "PRG-01 to PRG-06, PRG-17, PRG-18, MET-19, ASM, ONB, INC, EXP: each rule accepts one example and refuses one",
        arguments: examples)
    func example(example: GuardrailExample) throws {
        try example.prove()
    }

    @Test("PRG-01: a programme of five words is told all five parts that are missing")
    func parts() {
        let text = """
            programme: bare
            title: Bare
            delivery: guildhall
            participation: voluntary
            pathways:
              - id: one
                title: One
                role: associate
                pass-mark: 70 %
                credential: {name: One, description: What is shown., criteria: 70 % or more.}
                offerings: [{id: one-1, starts: 2024-09-02, lasts: 90 days}]
            """
        let problems = ProgrammeReader.check(text).problems.filter { $0.rule == "five-parts" }
        for part in ["assessment", "curriculum", "delivery", "measurement", "governance"] {
            #expect(problems.contains { $0.message.contains("'\(part)'") }, "\(part)")
        }
    }

    @Test("ASM-14: an assessment longer than the ceiling is warned of and not refused")
    func ceiling() throws {
        let long = ProgrammeReader.check(
            DeliveredProgramme.text.replacing(
                "deliverable: Sales recorded without error\n        takes: 20 minutes",
                with: "deliverable: Sales recorded without error\n        takes: 36 minutes"
            )
            .replacing("hours: 1\n", with: "hours: 1.25\n"))
        #expect(long.definition != nil && long.problems == [])
        #expect(long.warnings.map(\.rule) == ["assessment-length"])
        #expect(long.warnings.first?.message.contains("46") == true)
        let lower = ProgrammeReader.check(DeliveredProgramme.text, assessmentCeiling: 29)
        #expect(lower.warnings.map(\.rule) == ["assessment-length"])
        #expect(ProgrammeReader.check(DeliveredProgramme.text, assessmentCeiling: 30).warnings == [])
    }

    @Test("EXP-03: an experiment under 60 days is warned of and not refused")
    func duration() {
        let days = [("2024-10-29", true), ("2024-10-30", false)]
        for (day, isWarned) in days {
            let check = DeliveredProgramme.check("until: 2024-12-15", "until: \(day)")
            #expect(check.problems == [] && check.definition != nil)
            #expect(check.warnings.map(\.rule) == (isWarned ? ["experiment-duration"] : []))
        }
        #expect(
            DeliveredProgramme.check("until: 2024-12-15", "until: 2024-08-31").problems.map(\.rule)
                == ["experiment-dates"])
    }

    @Test("PRG-06: what comes first may come first through others, and a circle through others is one")
    func through() {
        func check(_ exits: String) -> ProgrammeCheck {
            ProgrammeReader.check(
                DeliveredProgramme.text
                    .replacing("success: Both exits are found.}", with: "success: Both exits are found., \(exits)}")
                    .replacing("        after: [sale]\n", with: "        after: [exits]\n"))
        }
        #expect(check("level: advanced, after: [sale]").problems == [])
        let circle = check("after: [complaint]").problems
        #expect(circle.map(\.rule) == ["prerequisite-cycle", "prerequisite-cycle"])
        #expect(circle.map(\.path) == ["pathways[0].units[1].after", "pathways[0].units[2].after"])
    }

    @Test("EXP-17, G21: the text of a safety step's unit is the same for everybody, whatever its id")
    func safetyText() {
        let named = DeliveredProgramme.replacing("{id: safety-note, version: v1", with: "{id: exits, version: v1")
        #expect(ProgrammeReader.check(named).problems == [])
        let varied = named.replacing("{invitation: invitation-clear}", with: "{exits: welcome}")
        #expect(ProgrammeReader.check(varied).problems.map(\.rule) == ["experiment-scope"])
        #expect(ProgrammeReader.check(varied.replacing("unit: exits", with: "unit: sale")).problems == [])
    }

    @Test("ONB-18: a safety step without a basis stays voluntary, which is said")
    func voluntarySafety() {
        let check = DeliveredProgramme.check(
            "        mandatory: yes\n        basis: {kind: site rule, reference: Handbook 4}\n", "")
        #expect(check.definition?.onboarding[0].step("floor")?.isMandatory == false)
        #expect(check.warnings.map(\.rule) == ["mandatory-basis"])
    }

    @Test("ONB-13: an invitation whose credential brings nothing but itself is refused")
    func nothingToInviteWith() throws {
        let start = try #require(DeliveredProgramme.text.range(of: "rewards:\n"))
        let end = try #require(DeliveredProgramme.text.range(of: "budgets:\n"))
        let text = DeliveredProgramme.text
            .replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
            .replacing("        stipend: USD 12\n", with: "        billable: yes\n")
            .replacing(", premium: 7 %", with: "")
        #expect(ProgrammeReader.check(text).problems.map(\.rule) == ["incomplete-invitation"])
    }

    @Test("a stipend that no budget line bears is warned of")
    func unbudgeted() {
        let check = DeliveredProgramme.check("  - {line: stipends, quarter: 2024-Q3, amount: USD 600}\n", "")
        #expect(check.definition != nil)
        #expect(check.warnings.map(\.rule) == ["unbudgeted"])
    }
}

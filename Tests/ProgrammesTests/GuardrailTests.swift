import Programmes
import Testing

/// One accepted and one refused change to a programme that Guildhall delivers, for a rule.
struct GuardrailExample: Sendable, CustomTestStringConvertible {
    /// What is changed, and the text that is accepted and the one that is refused in its place.
    let part: String
    let accepted: String
    let refused: String
    /// The rule that is named, and a text on the line that it is named at.
    let rule: String
    let line: String
    /// The row or guardrail that it proves.
    let row: String

    init(_ row: String, _ part: String, accepted: String, refused: String, _ rule: String, at line: String) {
        self.part = part
        self.accepted = accepted
        self.refused = refused
        self.rule = rule
        self.line = line
        self.row = row
    }

    var testDescription: String { "\(row): \(rule)" }

    /// Checks both.
    func prove() throws {
        try #require(DeliveredProgramme.text.contains(part), "\(part)")
        let innocent = DeliveredProgramme.check(part, accepted)
        #expect(innocent.problems == [], "\(row)")
        #expect(innocent.definition != nil)
        let text = DeliveredProgramme.replacing(part, with: refused)
        let check = ProgrammeReader.check(text)
        #expect(check.definition == nil)
        let problem = try #require(check.problems.first { $0.rule == rule }, "\(row): found \(check.problems)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[problem.line - 1].contains(line), "\(row): line \(problem.line), \(lines[problem.line - 1])")
        #expect(!problem.message.isEmpty && problem.remedy.count > 10)
    }
}

@Suite("The guardrails of publication")
struct GuardrailTests {
    static let guardrails = [
        GuardrailExample(
            "G1, GOV-05", "participation: voluntary", accepted: "participation: voluntary",
            refused: "participation: mandatory", "voluntary-participation", at: "participation"),
        GuardrailExample(
            "G1, GOV-05 in a text", "You decide when you learn.",
            accepted: "\"The safety unit is mandatory by a site rule. The rest is not mandatory.\"",
            refused: "The course is mandatory for everybody.", "voluntary-participation", at: "id: terms"),
        GuardrailExample(
            "G1, GOV-05 in Spanish", "Tú decides cuándo aprendes.", accepted: "No es obligatorio.",
            refused: "El curso es obligatorio.", "voluntary-participation", at: "id: terms"),
        GuardrailExample(
            "G1, GOV-05 by a setting", "        mobile: no\n", accepted: "        mobile: yes\n",
            refused: "        mandatory: yes\n", "voluntary-participation", at: "mandatory: yes"),
        GuardrailExample(
            "G2, ONB-18", "basis: {kind: site rule, reference: Handbook 4}",
            accepted: "basis: {kind: law, reference: Safety act 12}", refused: "check: other", "mandatory-basis",
            at: "mandatory: yes"),
        GuardrailExample(
            "G2, ONB-18: a basis without a reference",
            "basis: {kind: site rule, reference: Handbook 4}",
            accepted: "basis: {kind: acceptance criterion, reference: Contract 3}", refused: "basis: {kind: site rule}",
            "missing-key", at: "basis:"),
        GuardrailExample(
            "G3, GOV-06", "You decide when you learn.", accepted: "There is no exclusivity.",
            refused: "Members work exclusively with us.", "no-exclusivity", at: "id: terms"),
        GuardrailExample(
            "G3, GOV-06 by a setting", "title: Returners,", accepted: "title: Non-exclusive returners,",
            refused: "title: Returners, exclusive: true,", "no-exclusivity", at: "id: pool"),
        GuardrailExample(
            "G3, GOV-06 in Spanish", "Bienvenida.", accepted: "Sin exclusividad.", refused: "Trabajo en exclusiva.",
            "no-exclusivity", at: "id: welcome"),
        GuardrailExample(
            "G3, GOV-06 in a credential", "      criteria: At", accepted: "      tags: [till]\n      criteria: At",
            refused: "      tags: [exclusive]\n      criteria: At", "no-exclusivity", at: "tags"),
        GuardrailExample(
            "G4, GOV-07", "behaviour: All records agree.", accepted: "behaviour: All records agree to the cent.",
            refused: "behaviour: Came to every shift.", "outcomes-only", at: "id: right"),
        GuardrailExample(
            "G4, GOV-07 in a reward", "title: First look,", accepted: "title: First look for holders,",
            refused: "title: First look for a high acceptance rate,", "outcomes-only", at: "id: first"),
        GuardrailExample(
            "G4, GOV-07 by a setting", "            hours: 1\n".replacing("            ", with: "    "),
            accepted: "    hours: 1.05\n", refused: "    hours: 1\n    minimum-hours: 20\n", "outcomes-only",
            at: "minimum-hours"),
        GuardrailExample(
            "G4, GOV-07 in a gate", "rewards:\n",
            accepted: """
                action-gates:
                  - {id: till, action: open, asset-class: till, any-of: [pos], basis: Mistakes cost money.}
                rewards:

                """,
            refused: """
                action-gates:
                  - {id: till, action: open, asset-class: till, any-of: [pos], basis: Only for a short response time.}
                rewards:

                """, "outcomes-only", at: "response time"),
        GuardrailExample(
            "CRD-25", "At least 70 % over quiz and task.", accepted: "At least 70 % over both.",
            refused: "A year of tenure.", "outcomes-only", at: "criteria:"),
        GuardrailExample(
            "G6", "title: Returners, ends: with the credential",
            accepted: "title: Returners, ends: with the credential",
            refused: "title: Returners", "pool-end", at: "id: pool"),
        GuardrailExample(
            "G6, INC-20", "title: Returners,", accepted: "title: \"Returners, without any penalty\",",
            refused: "title: Returners, on-decline: lower rank,", "no-penalty", at: "id: pool"),
        GuardrailExample(
            "G6, INC-20 in a text", "Your units wait for you.", accepted: "There is no penalty for waiting.",
            refused: "\"Finish now, or lose your place.\"", "no-penalty", at: "id: reminder"),
        GuardrailExample(
            "G7, INC-12", "      line: grants\n", accepted: "      line: grants\n",
            refused: "      line: grants\n      merchant: Tool Shop\n", "open-grant", at: "merchant"),
        GuardrailExample(
            "G7, INC-12 in its title", "title: Grant for tools", accepted: "title: Grant for tools of your choice",
            refused: "title: Grant for company equipment", "open-grant", at: "title: Grant"),
        GuardrailExample(
            "G7, INC-12: a deliverable", "      line: grants\n", accepted: "      line: grants\n",
            refused: "      line: grants\n      deliverable: Poster\n", "open-grant", at: "deliverable: Poster"),
        GuardrailExample(
            "G8, INC-19", "{pathway: pos, release: release}",
            accepted: "{pathway: pos, release: release, earned-by: credential}",
            refused: "{pathway: pos, release: release, earned-by: hours online}", "outcome-conditions",
            at: "earned-by"),
        GuardrailExample(
            "G8, INC-19: a condition of its own", "uses: 2,", accepted: "uses: 2, earned-by: credential,",
            refused: "uses: 2, when: every shift was taken,", "outcome-conditions", at: "premium:"),
        GuardrailExample(
            "G9, ONB-09", "  - {id: independent-status, version: v4, en: I am independent., es: Soy independiente.}\n",
            accepted: "  - {id: independent-status, version: v5, en: I am my own master., es: Soy independiente.}\n",
            refused: "", "required-text", at: "- {id: invitation"),
        GuardrailExample(
            "G9: in every language", ", es: Soy independiente.", accepted: ", es: Trabajo por mi cuenta.", refused: "",
            "translation", at: "id: independent-status"),
        GuardrailExample(
            "G9: with a version", "version: v4, ", accepted: "version: v5, ", refused: "", "missing-key",
            at: "id: independent-status"),
        GuardrailExample(
            "G1, ONB-08: an opt-in before all progress",
            "  - {id: opt-in, version: v2, en: I take part., es: Participo.}\n",
            accepted: "  - {id: opt-in, version: v2, en: I choose to take part., es: Participo.}\n", refused: "",
            "required-text", at: "- {id: invitation"),
    ]

    @Test(
        "G1 to G9: one example of each is accepted and one is refused, with its line and the way out",
        arguments: guardrails)
    func guardrail(example: GuardrailExample) throws {
        try example.prove()
    }

    @Test(
        "G5, GOV-08: wording that prescribes a method goes to Legal and is not refused",
        arguments: [
            "You must use our app.", "Follow these steps.", "Scan and pack in this order.", "Siga estos pasos.",
        ])
    func method(text: String) throws {
        let check = DeliveredProgramme.check("What is due is said kindly.", text)
        #expect(check.definition != nil && check.problems == [])
        let finding = try #require(check.reviews.first)
        #expect(check.reviews.count == 1)
        #expect(finding.rule == "method-wording" && finding.path == "pathways[0].units[2].success")
        let line = DeliveredProgramme.text.split(separator: "\n")[finding.line - 1]
        #expect(line.contains("success:"))
        #expect(finding.remedy.contains("Legal"))
        let result = DeliveredProgramme.check("What is due is said kindly.", "The law's ten days are kept.")
        #expect(result.reviews == [])
    }

    @Test(
        "GOV-05, GOV-06, GOV-07, INC-12, INC-19, INC-20: every setting of the kind is refused by its own rule",
        arguments: [
            (
                "        mobile: no\n", "        KEY: yes\n", "voluntary-participation",
                ["mandatory", "compulsory", "required", "auto-enrol", "auto-enrolment", "opt-out"]
            ),
            ("      criteria: At", "      KEY: yes\n      criteria: At", "no-exclusivity", ["exclusive"]),
            (
                "    hours: 1\n", "    hours: 1\n    KEY: 20\n", "outcomes-only",
                [
                    "attendance", "shift", "shifts", "schedule", "minimum-hours", "acceptance-rate", "response-time",
                    "tenure",
                ]
            ),
            (
                "      line: grants\n", "      line: grants\n      KEY: one\n", "open-grant",
                [
                    "merchant", "merchants", "shop", "vendor", "brand", "brands", "product", "products", "equipment",
                    "shift", "shifts", "schedule", "deliverable", "deliverables",
                ]
            ),
            (
                "uses: 2,", "uses: 2, KEY: one,", "outcome-conditions",
                ["condition", "conditions", "when", "if", "requires"]
            ),
            (
                "title: Returners,", "title: Returners, KEY: one,", "no-penalty",
                ["penalty", "on-decline", "decline-penalty", "declines"]
            ),
        ])
    func settings(part: String, refused: String, rule: String, keys: [String]) {
        for key in keys {
            let text = DeliveredProgramme.replacing(part, with: refused.replacing("KEY", with: key))
            #expect(ProgrammeReader.check(text).problems.map(\.rule).contains(rule), "\(key)")
        }
    }

    @Test("CRD-25, GOV-07: content may be about shifts and schedules; criteria and rewards may not")
    func content() {
        #expect(DeliveredProgramme.check("title: A sale,", "title: Handing over after a shift,").problems == [])
        #expect(DeliveredProgramme.check("Where is an exit?", "Who plans the shifts?").problems == [])
    }

    @Test(
        "GOV-05 to GOV-08: wording is understood in the four languages that pages speak",
        arguments: [
            ("no-exclusivity", ["Exclusive.", "Exklusiv.", "En exclusiva.", "Un travail exclusif."]),
            ("voluntary-participation", ["Compulsory.", "Verpflichtend.", "Obligatorio.", "Obligatoire."]),
            ("no-penalty", ["A penalty.", "Eine Strafe.", "Con penalización.", "Une pénalité."]),
            ("method-wording", ["Must use it.", "In dieser Reihenfolge.", "En este orden.", "Dans cet ordre."]),
        ])
    func languages(rule: String, texts: [String]) {
        for text in texts {
            let check = DeliveredProgramme.check("What is due is said kindly.", text)
            #expect((check.problems + check.reviews).map(\.rule) == [rule], "\(text)")
        }
        let opposites = [
            "Not compulsory.", "Nicht verpflichtend.", "Sin exclusividad.", "Sans pénalité.",
            "Verpflichtend per Gesetz.",
        ]
        for text in opposites {
            #expect(DeliveredProgramme.check("What is due is said kindly.", text).problems == [], "\(text)")
        }
    }
}

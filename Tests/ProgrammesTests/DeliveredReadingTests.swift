import Contracts
import Programmes
import Testing

@Suite("Reading a programme that Guildhall delivers")
struct DeliveredReadingTests {
    private func read(_ part: String = "", _ other: String = "") throws -> ProgrammeDefinition {
        try ProgrammeReader.read(
            part.isEmpty ? DeliveredProgramme.text : DeliveredProgramme.replacing(part, with: other))
    }

    @Test("PRG-01: nothing stands against it, and there is nothing to warn of")
    func accepted() {
        let check = ProgrammeReader.check(DeliveredProgramme.text)
        #expect(check.definition != nil)
        #expect(check.problems == [] && check.warnings == [] && check.reviews == [])
    }

    @Test("PRG-17, PRG-18, MET-19: what it is for, the four answers and the figures are read as they are written")
    func plan() throws {
        let programme = try read()
        #expect(programme.delivery == .guildhall)
        #expect(programme.languages == [.english, .spanish])
        #expect(programme.objectives == [.rampUp])
        #expect(
            programme.diagnosis
                == Diagnosis(
                    skill: "Correct sales", time: "An hour", means: "USD 150 a head",
                    measure: "Errors in the first week"))
        #expect(
            programme.kpis.first
                == ProgrammeKPI(
                    id: "completion", objective: .rampUp, isLeading: true, baseline: Decimal6(millionths: 400_000),
                    goal: Decimal6(millionths: 520_000),
                    target: "30 % more"))
        #expect(programme.kpis.map(\.isLeading) == [true, false, false])
        #expect(programme.review == ProgrammeReview(owners: [.learning, .legal], everyDays: 60))
        #expect(programme.reminders == ReminderPlan(everyHours: 24, text: "reminder"))
        #expect(programme.text("opt-in")?.version == "v2")
        #expect(programme.text("opt-in")?.wording == [.english: "I take part.", .spanish: "Participo."])
    }

    @Test("ONB-01, ONB-03, ONB-04, ONB-15, ONB-18, ONB-23: the onboarding of a role is read as it is written")
    func onboarding() throws {
        let role = try #require(try read().onboarding(of: "associate"))
        #expect(role.hours == 48 && role.warningHours == 12 && role.clockStart == .recording)
        #expect(role.steps.map(\.kind) == [.verification, .credential, .safety])
        #expect(role.step("background")?.check == "background")
        #expect(role.step("background")?.isMandatory == false)
        #expect(
            role.step("floor")
                == OnboardingStep(
                    id: "floor", kind: .safety, title: "Safety on the floor", needs: "The unit about exits.",
                    minutes: 10, owner: .operations, basis: StepBasis(kind: .siteRule, reference: "Handbook 4"),
                    unit: "exits", waivedBy: ["pos"]))
        #expect(
            role.milestones == [
                PayMilestone(trigger: "The task is handed in", amount: Money(minorUnits: 1250, currency: "USD")),
                PayMilestone(trigger: "An engagement is started", basisPoints: 500),
            ])
    }

    @Test("ONB-03, ONB-10: 72 hours, 24 hours before and every 48 hours hold where the plan does not say")
    func defaults() throws {
        let role = try read("    clock: {within: 48 hours, warning: 12 hours, from: recording}\n", "").onboarding[0]
        #expect(role.hours == 72 && role.warningHours == 24 && role.clockStart == .acceptance)
        #expect(try read("every: 24 hours, ", "").reminders?.everyHours == 48)
    }

    @Test("PRG-02 to PRG-06: units and their order are read as they are written")
    func units() throws {
        let pathway = try read().pathways[0]
        #expect(pathway.hours == Decimal6(1) && pathway.minutes == 60)
        #expect(
            pathway.unit("complaint")
                == LearningUnit(
                    id: "complaint", title: "A complaint", minutes: 10, competency: "conflict resolution",
                    success: "What is due is said kindly.", level: .advanced, after: ["sale"], form: .simulation,
                    isMobile: false))
        #expect(pathway.offerings == [Offering(id: "pos-1", starts: Day(number: 19_968), days: 150, coursework: [])])
        #expect(pathway.credential.renewalPath == RenewalPath(opensDaysBefore: 45, reminderHours: 72))
        #expect(pathway.invitation?.linkDays == 20)
        #expect(pathway.invitation?.quote?.wording[.spanish] == "Me ayudó.")
    }

    @Test("ASM-01 to ASM-08, ASM-24: the layers of an assessment are read as they are written")
    func assessment() throws {
        let assessment = try #require(try read().pathways[0].assessment)
        let quiz = try #require(assessment.quiz)
        #expect(quiz.draw == 1 && quiz.minutes == 5 && quiz.passMark == Decimal6(50) && quiz.weight == Decimal6(40))
        #expect(quiz.items.map { $0.options.map(\.isCorrect) } == [[true, false], [true, true, false]])
        #expect(quiz.items[0].options.map(\.text) == ["3", "4"])
        let practical = assessment.practical
        #expect(practical.deliverable == "Sales recorded without error")
        #expect(practical.isTimed && !practical.isBillable && practical.minutes == 20)
        #expect(practical.stipend == Money(minorUnits: 1200, currency: "USD"))
        #expect(practical.rubric.version == "r1")
        #expect(practical.rubric.criteria[0].levels.map(\.points) == [.zero, Decimal6(millionths: 2_500_000)])
        #expect(practical.rubric.criteria[0].levels[1].anchors == ["work-17"])
        #expect(assessment.review == ReviewLayer(from: Decimal6(65), to: Decimal6(75), minutes: 5))
        #expect(assessment.attempts == AttemptRule(most: 2, waitHours: 48, counting: .last))
        #expect(assessment.renewal == [.quiz, .practical])
    }

    @Test("INC-04, INC-08, INC-16 to INC-18, INC-24: rewards and budgets are read as they are written")
    func rewards() throws {
        let programme = try read()
        let rewards = programme.rewards
        #expect(
            rewards.grants == [
                GrantPlan(
                    id: "grant", title: "Grant for tools", pathway: "pos",
                    amount: Money(minorUnits: 15_000, currency: "USD"), categories: [.tools, .courses], claimDays: 90,
                    line: "grants")
            ])
        #expect(rewards.stories == [StoryPlan(pathway: "pos", release: "release")])
        #expect(rewards.priorities == [PriorityPlan(pathway: "pos", isRehireEligible: true, hasBriefPriority: true)])
        #expect(rewards.tiers == [AccessTier(id: "first", title: "First look", pool: "pool", hours: 24)])
        #expect(rewards.taxNote == "tax-note")
        #expect(
            programme.budgets == [
                BudgetLine(
                    line: "grants", quarter: Quarter(year: 2024, number: 3),
                    amount: Money(minorUnits: 600_000, currency: "USD"), shortfall: .refuse),
                BudgetLine(
                    line: "stipends", quarter: Quarter(year: 2024, number: 3),
                    amount: Money(minorUnits: 60_000, currency: "USD"), shortfall: .queue),
            ])
    }

    @Test("EXP-01: an experiment is read as it is declared")
    func experiment() throws {
        let experiment = try #require(try read().experiment("pilot"))
        let decision = ExperimentDecision(
            variant: "clear", decidedOn: try #require(CalendarText.parse("2025-01-31")),
            from: try #require(CalendarText.parse("2025-02-01")), by: "learning", reason: "More of them finished.")
        #expect(
            experiment
                == ExperimentPlan(
                    id: "pilot", hypothesis: "A clear invitation brings more people to the end.", salt: "here-1",
                    variants: [
                        ExperimentVariant(id: "plain"),
                        ExperimentVariant(
                            id: "clear", weight: 2, texts: ["invitation": "invitation-clear"], premiumBasisPoints: 700),
                    ], eligible: "Everybody who is invited.", pathway: "pos", primary: "completion",
                    secondary: ["rehire"], from: try #require(CalendarText.parse("2024-09-01")),
                    until: try #require(CalendarText.parse("2024-12-15")), sizePerVariant: 200,
                    namespace: ExperimentNamespace(id: "season", from: 0, until: 50), within: 45, preDays: 30,
                    adjustment: .covariate, base: Decimal6(millionths: 400_000),
                    smallestEffect: Decimal6(millionths: 140_000),
                    guardrails: [
                        ExperimentGuardrail(subject: .optOut, margin: Decimal6(millionths: 50_000)),
                        ExperimentGuardrail(subject: .inequality, margin: Decimal6(millionths: 100_000)),
                    ],
                    decision: decision))
    }

    @Test(
        "what only Guildhall delivers is refused in an external programme",
        arguments: [
            ("groups: [region]\n", "groups: [region]\nonboarding: []\n"),
            ("groups: [region]\n", "groups: [region]\nexperiments: []\n"),
            ("groups: [region]\n", "groups: [region]\nbudgets: []\n"),
            ("    role: AAA\n", "    role: AAA\n    units: []\n"), ("    role: AAA\n", "    role: AAA\n    hours: 4\n"),
            ("    role: AAA\n", "    role: AAA\n    assessment: {}\n"),
            ("      valid-for: 12 months\n", "      valid-for: 12 months\n      renewal: {}\n"),
            ("  premium:", "  grants: []\n  premium:"), ("  premium:", "  tax-note: tax-note\n  premium:"),
        ])
    func external(part: String, other: String) {
        let problems = SampleProgramme.problems(SampleProgramme.replacing(part, with: other))
        #expect(problems.map(\.rule) == ["external-delivery"])
    }

    @Test("money is read and written as people do, without a fraction too fine for its currency")
    func money() {
        let texts = [
            ("USD 150", 15_000), ("USD 12.50", 1250), ("JPY 2000", 2000), ("KWD 1.005", 1005), ("USD 0.05", 5),
        ]
        for (text, units) in texts {
            let money = Money(minorUnits: Int64(units), currency: String(text.prefix(3)))
            #expect(MoneyText.parse(text) == money)
            #expect(MoneyText.text(of: money) == text)
        }
        for text in ["150 USD", "usd 150", "USD150", "JPY 1.5", "USD 1.005", "USD -1", "EURO 1", "USD"] {
            #expect(MoneyText.parse(text) == nil, "\(text)")
        }
    }
}

import Contracts
import Messaging
import Programmes

@testable import OnboardingService

/// A synthetic programme that Guildhall delivers, with roles of every kind of step.
enum RetailProgramme {
    static let offeringEnds = Fixtures.day(410)

    static func pathway(
        _ id: String = "sales", quote: Bool = true, units: Bool = true, renewal: RenewalPath? = RenewalPath()
    ) -> Pathway {
        Pathway(
            id: id, title: id, role: "associate", passMark: Decimal6(60),
            credential: CredentialDefinition(name: id, description: id, criteria: id, renewalPath: renewal),
            offerings: [Offering(id: "\(id)-1", starts: Day(number: 10), days: 400, coursework: [])],
            units: units
                ? (1...4).map { LearningUnit(id: "u\($0)", title: "u", minutes: 15, competency: "c", success: "s") }
                : [],
            invitation: InvitationPlan(
                quote: quote
                    ? PeerQuote(wording: [.english: "It took me four short evenings."], origin: "synthetic") : nil))
    }

    static let steps = [
        OnboardingStep(id: "take-part", kind: .consent, title: "Take part", owner: .worker),
        OnboardingStep(id: "terms", kind: .terms, title: "Terms", owner: .legal),
        OnboardingStep(
            id: "credential", kind: .credential, title: "Sales", needs: "The assessment.", minutes: 60,
            owner: .worker, pathway: "sales"),
        OnboardingStep(id: "checks", kind: .verification, title: "Checks", owner: .operations),
        OnboardingStep(id: "benefits", kind: .benefits, title: "Benefits", owner: .talentProcurement),
    ]

    static let safety = OnboardingStep(
        id: "safety", kind: .safety, title: "Safety", minutes: 15, owner: .operations,
        basis: StepBasis(kind: .siteRule, reference: "Site rule 4"), waivedBy: ["safety-course"])

    static let roles = [
        OnboardingRole(
            role: "associate", steps: steps,
            milestones: [
                PayMilestone(trigger: "credential", basisPoints: 500),
                PayMilestone(trigger: "first week", amount: Money(minorUnits: 5000, currency: "USD")),
            ]),
        OnboardingRole(role: "stocker", steps: steps + [safety]),
        OnboardingRole(
            role: "engineer", hours: 48, warningHours: 12, clockStart: .recording,
            steps: [
                steps[2], steps[3],
                OnboardingStep(
                    id: "sandbox", kind: .sandbox, title: "Sandbox", owner: .operations,
                    basis: StepBasis(kind: .acceptanceCriterion, reference: "SOW 2.1")),
                OnboardingStep(
                    id: "baseline", kind: .securityBaseline, title: "Baseline", owner: .operations,
                    basis: StepBasis(kind: .law, reference: "Art. 32")),
            ]),
        OnboardingRole(
            role: "artist",
            steps: [
                steps[2], steps[3],
                OnboardingStep(
                    id: "simulation", kind: .simulation, title: "Simulation", owner: .talentProcurement,
                    basis: StepBasis(kind: .acceptanceCriterion, reference: "Brief 1")),
                OnboardingStep(id: "voluntary", kind: .safety, title: "Voluntary", owner: .worker),
            ]),
    ]

    static let texts = [
        "invitation", "welcome", "reminder", "clock-warning", "clock-breach", "renewal", "invitation-short",
    ].map { id in
        WorkerText(id: id, version: "2025-09", wording: [.english: "words", .spanish: "palabras"])
    }

    static let experiment = ExperimentPlan(
        id: "subject", hypothesis: "Short words are read.", salt: "s1",
        variants: [
            ExperimentVariant(id: "plain"), ExperimentVariant(id: "short", texts: ["invitation": "invitation-short"]),
        ], primary: "participation", from: Day(number: 90), until: Day(number: 200), sizePerVariant: 50)

    /// The same experiment with other settings.
    static func experiment(
        unit: AssignmentUnit = .worker, namespace: ExperimentNamespace? = nil, decision: ExperimentDecision? = nil,
        premium: Int64? = nil
    ) -> ExperimentPlan {
        ExperimentPlan(
            id: experiment.id, hypothesis: experiment.hypothesis, salt: experiment.salt,
            variants: [
                experiment.variants[0],
                ExperimentVariant(
                    id: "short", texts: experiment.variants[1].texts, premiumBasisPoints: premium),
            ], pathway: premium.map { _ in "sales" }, primary: experiment.primary, from: experiment.from,
            until: experiment.until,
            sizePerVariant: experiment.sizePerVariant, unit: unit, namespace: namespace, decision: decision)
    }

    static func definition(
        pathways: [Pathway] = [pathway(), pathway("safety-course")], rewards: Rewards? = nil,
        roles: [OnboardingRole] = roles, experiments: [ExperimentPlan] = [experiment]
    ) -> ProgrammeDefinition {
        ProgrammeDefinition(
            id: "retail", title: "Retail", delivery: .guildhall, participation: .voluntary, pathways: pathways,
            rewards: rewards ?? Rewards(pools: [Pool(id: "p", title: "Pool")]), languages: [.english, .spanish],
            texts: texts, onboarding: roles, reminders: ReminderPlan(), experiments: experiments)
    }

    static func programme(_ definition: ProgrammeDefinition = definition(), version: Int64 = 1) -> PublishedProgramme {
        PublishedProgramme(definition: definition, version: version, publishedAt: Fixtures.day(1))
    }

    static func catalogue(_ definition: ProgrammeDefinition) -> ProgrammeCatalogue {
        ProgrammeCatalogue([programme(definition)])
    }

    // MARK: - Records about it

    static func consent(
        _ id: String, at day: Int32, _ purpose: String = ConsentFact.participation, worker: String = "W1",
        _ decision: ConsentDecision = .given, revision: Int64 = 0
    ) -> ConsentRecorded {
        Fixtures.consent(
            id, revision: revision, at: day, worker: worker, decision, programme: "retail", pathway: "sales",
            offering: "sales-1", purpose: purpose)
    }

    /// The three consents that enrol somebody.
    static func consents(at day: Int32, worker: String = "W1") -> [any Payload] {
        [
            consent("\(worker)-P", at: day, worker: worker),
            consent("\(worker)-T", at: day, ConsentFact.terms, worker: worker),
            consent("\(worker)-I", at: day, ConsentFact.independentStatus, worker: worker),
        ]
    }

    static func step(
        _ id: String, at day: Int32, _ step: String, _ outcome: StepOutcome, engagement: String = "E1",
        worker: String = "W1", revision: Int64 = 0, textVersion: String? = nil
    ) -> StepRecorded {
        StepRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: worker),
            engagement: engagement, step: step, outcome: outcome, textVersion: textVersion)
    }

    static func credential(
        _ id: String = "K1", at day: Int32, worker: String = "W1", pathway: String = "sales",
        _ status: CredentialStatus = .valid, sequence: Int64 = 1, until: Int32? = nil, suspended: Int32? = nil,
        revoked: Int32? = nil
    ) -> CredentialState {
        CredentialState(
            credential: Identifier.derived("credential", id), contractor: Fixtures.contractor(worker),
            programme: "retail", programmeVersion: 1, pathway: pathway, offering: "\(pathway)-1",
            achievement: "\(pathway)-1", status: status, awardedAt: Fixtures.day(day), validFrom: Fixtures.day(day),
            validUntil: Fixtures.day(until ?? day + 365), sequence: sequence,
            suspendedUntil: suspended.map(Fixtures.day), revokedAt: revoked.map(Fixtures.day))
    }

    static func hours(
        _ id: String = "T1", from day: Int32, engagement: String = "E1", worker: String = "W1", hours: Int64 = 8,
        revision: Int64 = 0
    ) -> TimeState {
        TimeState(
            report: Identifier.derived("report", id), contractor: Fixtures.contractor(worker),
            engagement: Fixtures.engagement(engagement), periodStart: Day(number: day),
            periodEnd: Day(number: day + 6), hours: Decimal6(hours), revision: revision)
    }

    static func agreement(
        _ id: String = "A1", at day: Int32 = 50, revision: Int64 = 0, role: String? = nil, unit: String? = nil,
        hours: Int64 = 24, warning: Int64 = 6, credential: String? = nil, checks: [String] = [], from: Int32 = 50,
        until: Int32? = nil
    ) -> AgreementRecorded {
        AgreementRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), roleCode: role, businessUnit: unit,
            hours: hours, warningHours: warning, credential: credential, checks: checks,
            effectiveFrom: Day(number: from), effectiveUntil: until.map { Day(number: $0) })
    }

    static func invitation(
        _ id: String = "I1", at day: Int32 = 100, worker: String = "W1", revision: Int64 = 0, batch: String? = nil,
        withdrawn: Bool = false, language: String? = nil, programme: String = "retail", client: String? = nil
    ) -> InvitationRecorded {
        InvitationRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: worker),
            programme: programme, pathway: programme == "retail" ? "sales" : "AAA",
            offering: programme == "retail" ? "sales-1" : "AAA-1", batch: batch, channel: .push, language: language,
            isWithdrawn: withdrawn, client: client)
    }

    /// A guardrail stopped a variant.
    static func stopped(
        _ variant: String = "short", at day: Int32 = 105, _ stage: ExperimentStage = .variantStopped
    ) -> ExperimentState {
        ExperimentState(
            experiment: Identifier.derived("experiment", "retail", experiment.id), programme: "retail",
            programmeVersion: 1, name: experiment.id, stage: stage, variant: variant, verdict: .collecting,
            day: Day(number: day), noticedAt: Fixtures.day(day), reason: "Synthetic.")
    }

    static func token(_ id: String = "I1") -> String {
        SignUpLink.token(of: RecordedFact.id(.invitation, source: Fixtures.source, id: id), key: RulesHouse.linkKey)
    }

    static func signUp(
        _ id: String = "S1", at day: Int32 = 101, worker: String = "W1", link: String = token(),
        confirmed: Bool = true
    ) -> SignUpRecorded {
        SignUpRecorded(
            id: id, revision: 0, eventTime: Fixtures.day(day), person: Person(workerId: worker), link: link,
            channel: "web", language: "es", optInText: "o1", termsText: "t1", independentStatusText: "i1",
            independentStatus: confirmed, statement: "abc")
    }

    static func preference(
        _ id: String = "P1", at day: Int32 = 100, worker: String = "W1", language: String? = nil,
        channel: NoticeChannel? = nil, mutes: Bool = false
    ) -> PreferenceRecorded {
        PreferenceRecorded(
            id: id, revision: 0, eventTime: Fixtures.day(day), person: Person(workerId: worker), language: language,
            channel: channel, mutesReminders: mutes)
    }
}

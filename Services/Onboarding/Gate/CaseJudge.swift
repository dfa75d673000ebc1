import Contracts
import Messaging
import Programmes

/// Judges a person's cases by everything that is known (ONB-01 to ONB-06, ONB-16 to ONB-20, ONB-22, ONB-23).
///
/// Only what is due is judged by `now`; everything else is a function of the facts and their event times.
struct CaseJudge {
    let file: PersonFile
    let programmes: ProgrammeCatalogue
    let delivered: DeliveredRoles
    let now: Timestamp

    /// A case as the facts say, with its steps.
    struct Judged {
        var gate: Gate
        var steps: [JudgedStep]
        var rows: [GateStep]
        /// Since when the engagement is called off.
        var calledOffAt: Timestamp?
        /// The version that decided.
        var programme: PublishedProgramme?

        /// The steps that block and do not hold.
        var blocking: [OpenStep] { rows.filter { $0.blocks && $0.state == .open }.map(\.open) }
    }

    /// The case of a gate; nil while nothing is known of its engagement.
    func judge(_ known: Gate) -> Judged? {
        guard let story = file.story(of: known.engagement) else { return nil }
        var gate = known
        gate.role = story.newest.role
        guard let programme = version(for: gate), let role = programme.definition.onboarding(of: story.newest.role)
        else {
            // A role that was gated once: its case is closed, however the revisions came.
            gate = Gate(engagement: known.engagement, contractor: known.contractor, source: known.source)
            gate.role = story.newest.role
            gate.sequence = known.sequence
            gate.status = .closed
            return Judged(gate: gate, steps: [], rows: [], calledOffAt: story.calledOffAt)
        }
        gate.programme = programme.id
        gate.programmeVersion = programme.version
        gate.startedAt = role.clockStart == .acceptance ? story.acceptedAt : story.firstAt
        let openedAt = gate.startedAt ?? story.firstAt
        gate.openedAt = openedAt
        let agreement = AgreementRule.inForce(
            file.facts.agreements, source: gate.source, role: story.newest.role,
            businessUnit: story.newest.businessUnit, at: openedAt)
        gate.agreement = agreement?.name
        let steps = checklist(role, agreement?.record).map { judge($0, gate, programme) }
        settle(&gate, role, agreement?.record, steps.filter(\.blocks).map(\.spans), story)
        return Judged(
            gate: gate, steps: steps, rows: steps.map { $0.row(gate, statement: statement(programme, role), at: now) },
            calledOffAt: story.calledOffAt, programme: programme)
    }

    /// The version under which the case was opened, for as long as the same programme prepares for its role.
    private func version(for gate: Gate) -> PublishedProgramme? {
        guard let role = gate.role, let newest = delivered.programme(for: role) else { return nil }
        guard gate.programme == newest.id, let version = gate.programmeVersion else { return newest }
        return programmes.find(programme: newest.id, version: version) ?? newest
    }

    /// The reward statement that goes with a role: of the first pathway that leads to it.
    private func statement(_ programme: PublishedProgramme, _ role: OnboardingRole) -> String? {
        programme.definition.pathways.first { $0.role == role.role }.map { programme.rewardStatement(for: $0).version }
    }

    /// The role's steps, and what the agreement asks for beside them.
    private func checklist(_ role: OnboardingRole, _ agreement: AgreementRecorded?) -> [OnboardingStep] {
        var steps = role.steps
        if let pathway = agreement?.credential,
            !steps.contains(where: { $0.kind == .credential && $0.pathway == pathway })
        {
            steps.append(
                OnboardingStep(
                    id: "agreement credential", kind: .credential, title: "The credential that the agreement asks for",
                    needs: "The credential of \(pathway).", owner: .operations, pathway: pathway))
        }
        for check in agreement?.checks ?? [] where !steps.contains(where: { $0.check == check }) {
            steps.append(
                OnboardingStep(
                    id: "agreement check \(check)", kind: .verification,
                    title: "The check that the agreement asks for", needs: "The outside check \(check).",
                    owner: .operations, check: check))
        }
        return steps
    }

    private func settle(
        _ gate: inout Gate, _ role: OnboardingRole, _ agreement: AgreementRecorded?, _ blocking: [Spans],
        _ story: EngagementStory
    ) {
        gate.clearedAt = gate.startedAt.flatMap { StartGate.clearedAt(openedAt: $0, blocking) }
        let clock = gate.startedAt.map { start in
            GateClock(
                startedAt: start, hours: agreement?.hours ?? Int64(role.hours),
                warningHours: agreement?.warningHours ?? Int64(role.warningHours))
        }
        gate.warningAt = clock?.warningAt
        gate.dueAt = clock?.dueAt
        let isOff = story.calledOffAt != nil
        gate.isWarned =
            clock.map { !isOff && GateClock.missed($0.warningAt, clearedAt: gate.clearedAt, now: now) } ?? false
        gate.isBreached =
            clock.map { !isOff && GateClock.missed($0.dueAt, clearedAt: gate.clearedAt, now: now) } ?? false
        gate.status =
            if isOff { .closed } else if gate.clearedAt != nil { .cleared } else if gate.isBreached { .breached } else {
                .open
            }
    }

    private func judge(_ step: OnboardingStep, _ gate: Gate, _ programme: PublishedProgramme) -> JudgedStep {
        var done = Spans.never
        var waivers = file.spans(of: Set(step.waivedBy), programme: programme.id)
        var textVersion: String?
        switch step.kind {
        case .consent: done = participation(programme)
        case .terms: done = terms(programme)
        case .verification:
            done = Clearance.spans(file.facts.verifications, engagement: gate.engagement, check: step.check)
        case .credential:
            let pathways =
                step.pathway.map { [$0] }
                ?? programme.definition.pathways.filter { $0.role == gate.role }.map(\.id)
            done = file.spans(of: Set(pathways), programme: programme.id).reduce(.never) { $0.union($1.spans) }
        case .safety, .benefits, .sandbox, .securityBaseline, .simulation:
            let standing = file.standing(.step).compactMap { fact in
                (fact.record as? StepRecorded).flatMap { $0.step == step.id ? (fact, $0) : nil }
            }
            let (own, others) = (
                standing.filter { engagement(of: $0.0, $0.1) == gate.engagement },
                standing.filter { engagement(of: $0.0, $0.1) != gate.engagement }
            )
            done = StepEvidence.spans(own.map(\.1), step)
            textVersion = StepEvidence.textVersion(own.map(\.1))
            if own.isEmpty {
                waivers += others.filter { StepEvidence.isPortable(step.kind, $0.1.outcome) }
                    .map { ($0.0.key.record, Spans(since: $0.1.eventTime)) }
            }
        }
        return JudgedStep(definition: step, done: done, waivers: waivers, textVersion: textVersion)
    }

    private func engagement(of fact: RecordedFact, _ record: StepRecorded) -> Identifier {
        Identifier.engagement(source: fact.source, id: record.engagement)
    }

    /// When anybody of the person took part.
    private func participation(_ programme: PublishedProgramme) -> Spans {
        let places = Set(file.facts.consents.compactMap(\.place).filter { $0.programme == programme.id })
        let since = places.compactMap { place -> Timestamp? in
            let own = file.facts.consents.filter { $0.contractor == place.contractor }
            return DeliveredOptIn.decide(own, place: place).flatMap { $0.optIn.status == .open ? $0.enrolledAt : nil }
        }
        return since.min().map(Spans.init(since:)) ?? .never
    }

    /// When anybody of the person had accepted the terms and confirmed independent status.
    private func terms(_ programme: PublishedProgramme) -> Spans {
        let since = Dictionary(grouping: file.facts.consents, by: \.contractor).values.compactMap { own -> Timestamp? in
            let terms = PurposeStanding.of(own, purpose: ConsentFact.terms, programme: programme.id)
            let status = PurposeStanding.of(own, purpose: ConsentFact.independentStatus, programme: programme.id)
            guard let accepted = terms.since, let confirmed = status.since else { return nil }
            return max(accepted, confirmed)
        }
        return since.min().map(Spans.init(since:)) ?? .never
    }
}

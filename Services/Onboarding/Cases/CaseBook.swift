import Contracts
import Database
import Messaging
import Programmes

/// The onboarding cases that a batch touches: opens them, and keeps their steps as the facts say.
///
/// A case knows nothing of pauses: whatever revisions an engagement goes through and however long it rests, its case
/// stays the same and its steps stay done for as long as what they rest on holds (ONB-22).
struct CaseBook: Sendable {
    private struct StepKey: Hashable, Comparable {
        let caseID: Identifier
        let kind: CaseStep.Kind

        static func < (left: StepKey, right: StepKey) -> Bool {
            left.caseID == right.caseID ? left.kind < right.kind : left.caseID < right.caseID
        }
    }

    private var cases: [OnboardingCase] = []
    private var steps: [StepKey: CaseStep] = [:]
    private var changed: Set<StepKey> = []
    private var dropped: Set<StepKey> = []
    private var programmes: [String: PublishedProgramme?] = [:]

    init(_ known: [CaseStep] = []) {
        for step in known { steps[StepKey(caseID: step.caseID, kind: step.kind)] = step }
    }

    /// Opens the case of an engagement, or takes in that its role is another one now.
    mutating func open(
        _ opening: EngagementBook.Opening, _ context: DecisionContext, _ out: inout Decisions
    ) {
        let engagement = opening.engagement
        let programme = programme(for: engagement.role, context.programmes)
        let opened = OnboardingCase(
            id: OnboardingCase.id(of: engagement.id), engagement: engagement.id, contractor: engagement.contractor,
            role: engagement.role, programme: programme?.id, programmeVersion: programme?.version)
        cases.append(opened)
        let kinds = Checklist.kinds(of: programme)
        // The role of the highest revision decides; what a former role asked for is no step of this case any more.
        for kind in CaseStep.Kind.allCases where !kinds.contains(kind) {
            let key = StepKey(caseID: opened.id, kind: kind)
            if steps.removeValue(forKey: key) != nil { dropped.insert(key) }
        }
        for kind in kinds {
            let key = StepKey(caseID: opened.id, kind: kind)
            var step = CaseStep(
                caseID: opened.id, kind: kind, contractor: engagement.contractor, engagement: engagement.id,
                programme: programme?.id ?? "")
            step.doneAt = steps[key]?.doneAt
            if steps[key] == step { continue }
            steps[key] = step
            changed.insert(key)
        }
        if opening.isFirst { out.audit(CaseBook.audit(opened, engagement), because: opening.cause) }
    }

    private mutating func programme(for role: String, _ catalogue: ProgrammeCatalogue) -> PublishedProgramme? {
        if let known = programmes[role] { return known }
        let found = Checklist.programme(for: role, in: catalogue)
        programmes[role] = .some(found)
        return found
    }

    /// Settles every loaded step from consents and verifications; the other kinds have no facts of their own here.
    mutating func settle(_ enrolments: EnrolmentBook, _ verifications: VerificationBook) {
        for (key, step) in steps {
            var settled = step
            switch step.kind {
            case .consent:
                settled.doneAt = enrolments.participatesSince(step.contractor, programme: step.programme)
            case .verification:
                settled.doneAt = verifications.clearSince(step.contractor, engagement: step.engagement)
            case .credential, .terms: break
            }
            if settled == step { continue }
            steps[key] = settled
            changed.insert(key)
        }
    }

    /// The steps as they stand, sorted.
    var sortedSteps: [CaseStep] {
        steps.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Writes cases and steps.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if !cases.isEmpty { out.write(CaseStatements.upsert(cases.sorted { $0.id < $1.id }, at: context.now)) }
        if !dropped.isEmpty { out.write(CaseStatements.dropSteps(dropped.map(\.caseID))) }
        let written = changed.sorted().compactMap { steps[$0] }
        if !written.isEmpty { out.write(CaseStatements.upsert(written)) }
    }

    private static func audit(_ opened: OnboardingCase, _ engagement: Engagement) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("case", opened.id)
        inputs.add("engagement", engagement.id)
        inputs.add("revision", engagement.revision)
        inputs.add("role", engagement.role)
        return AuditEntry(
            decision: "onboarding-case.opened", contractor: engagement.contractor, rule: "onboarding-case/1",
            programme: opened.programme, programmeVersion: opened.programmeVersion, inputs: inputs.text,
            outcome: "open")
    }
}

import Contracts
import Database
import Messaging
import Programmes

/// The onboarding cases that a batch opens; how far a case has come stands at its gate.
///
/// A case knows nothing of pauses: whatever revisions an engagement goes through and however long it rests, its case
/// stays the same and its steps stay done for as long as what they rest on holds (ONB-22).
struct CaseBook: Sendable {
    private var cases: [OnboardingCase] = []
    private var programmes: [String: PublishedProgramme?] = [:]

    /// Opens the case of an engagement, or takes in that its role is another one now.
    mutating func open(
        _ opening: EngagementBook.Opening, _ delivered: DeliveredRoles, _ context: DecisionContext,
        _ out: inout Decisions
    ) {
        let engagement = opening.engagement
        let programme = programme(for: engagement.role, delivered, context.programmes)
        let opened = OnboardingCase(
            id: OnboardingCase.id(of: engagement.id), engagement: engagement.id, contractor: engagement.contractor,
            role: engagement.role, programme: programme?.id, programmeVersion: programme?.version)
        cases.append(opened)
        if opening.isFirst { out.audit(CaseBook.audit(opened, engagement), because: opening.cause) }
    }

    /// The programme of a role: one that prepares for it, or else the first by id with a pathway for it.
    private mutating func programme(
        for role: String, _ delivered: DeliveredRoles, _ catalogue: ProgrammeCatalogue
    ) -> PublishedProgramme? {
        if let known = programmes[role] { return known }
        let found =
            delivered.programme(for: role)
            ?? catalogue.latest.first { $0.definition.pathways.contains { $0.role == role } }
        programmes[role] = .some(found)
        return found
    }

    /// Writes the cases.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if !cases.isEmpty { out.write(CaseStatements.upsert(cases.sorted { $0.id < $1.id }, at: context.now)) }
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

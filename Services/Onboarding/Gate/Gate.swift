import Contracts

/// How far a case has come, as last announced.
struct Gate: Hashable, Sendable {
    let caseID: Identifier
    let engagement: Identifier
    let contractor: Identifier
    let source: String
    var role: String?
    var programme: String?
    /// The version under which the case was opened.
    var programmeVersion: Int64?
    var status = CaseStatus.open
    /// When the engagement came to be: nothing is judged for a time before it.
    var openedAt: Timestamp?
    /// When the clock began; nil while it does not run.
    var startedAt: Timestamp?
    var warningAt: Timestamp?
    var dueAt: Timestamp?
    var clearedAt: Timestamp?
    var isWarned = false
    var isBreached = false
    /// The agreement that was in force, and its revision.
    var agreement: String?
    /// Grows with every announcement; 0 before the first.
    var sequence: Int64 = 0

    /// A case that nothing is announced of yet.
    init(engagement: Identifier, contractor: Identifier, source: String) {
        caseID = OnboardingCase.id(of: engagement)
        self.engagement = engagement
        self.contractor = contractor
        self.source = source
    }

    /// What the other services are told.
    func state(blocking: [OpenStep]) -> CaseState {
        CaseState(
            onboardingCase: caseID, contractor: contractor, engagement: engagement, role: role ?? "",
            programme: programme, programmeVersion: programmeVersion, status: status,
            openedAt: startedAt ?? openedAt ?? Timestamp(microseconds: 0), dueAt: dueAt, clearedAt: clearedAt,
            blocking: blocking, agreement: agreement, sequence: sequence)
    }
}

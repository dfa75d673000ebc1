import Contracts

/// The clock of a case (ONB-03, ONB-04): when a warning and the breach are due, and whether they were met or missed.
struct GateClock: Equatable, Sendable {
    /// Rule and version in the audit trail.
    static let rule = "gate-clock/1"
    /// The kinds of its timers.
    static let warning = "onboarding-warning"
    static let breach = "onboarding-breach"

    let warningAt: Timestamp
    let dueAt: Timestamp

    /// A clock that began at a time.
    init(startedAt: Timestamp, hours: Int64, warningHours: Int64) {
        dueAt = startedAt.adding(seconds: hours * 3600)
        warningAt = dueAt.adding(seconds: -warningHours * 3600)
    }

    /// Whether a moment came without the case being cleared by then.
    static func missed(_ moment: Timestamp, clearedAt: Timestamp?, now: Timestamp) -> Bool {
        moment <= now && clearedAt.map { $0 > moment } ?? true
    }

    /// The key of a case's timer.
    static func timer(_ kind: String, _ caseID: Identifier) -> Identifier {
        Identifier.derived(kind, caseID)
    }
}

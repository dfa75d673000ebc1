import Contracts
import Database
import Messaging

/// The rows that a batch changed of persons, each written by one statement.
struct PersonChanges: Sendable {
    var discoveries: [Discovery] = []
    var invitations: [Invitation] = []
    var exposures: [Exposure] = []
    var enrolments: [Enrolment] = []
    var gates: [Gate] = []
    var steps: [GateStep] = []
    var droppedSteps: [GateStep] = []
    var violations: [Violation] = []
    var series: [ReminderSeries] = []
    var notices: [Notice] = []

    /// Writes them, sorted by key.
    func write(_ out: inout Decisions) {
        if !discoveries.isEmpty { out.write(InvitationStatements.upsert(discoveries.sorted { $0.id < $1.id })) }
        if !invitations.isEmpty { out.write(InvitationStatements.upsert(invitations.sorted { $0.id < $1.id })) }
        if !exposures.isEmpty { out.write(InvitationStatements.upsert(exposures.sorted { $0.id < $1.id })) }
        if !enrolments.isEmpty { out.write(EnrolmentStatements.upsert(enrolments.sorted { $0.id < $1.id })) }
        if !gates.isEmpty { out.write(GateStatements.update(gates.sorted { $0.caseID < $1.caseID })) }
        if !droppedSteps.isEmpty { out.write(GateStatements.drop(PersonChanges.sorted(droppedSteps))) }
        if !steps.isEmpty { out.write(GateStatements.upsert(PersonChanges.sorted(steps))) }
        if !violations.isEmpty { out.write(TimeStatements.upsert(violations.sorted { $0.report < $1.report })) }
        if !series.isEmpty { out.write(NoticeStatements.upsert(series.sorted { $0.id < $1.id })) }
        if !notices.isEmpty { out.write(NoticeStatements.insert(notices.sorted { $0.id < $1.id })) }
    }

    private static func sorted(_ steps: [GateStep]) -> [GateStep] {
        steps.sorted { ($0.caseID, $0.step) < ($1.caseID, $1.step) }
    }
}

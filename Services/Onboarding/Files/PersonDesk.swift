import Contracts
import Database
import Messaging
import Programmes

/// Decides what follows from everything known of a person: enrolments, cases, invitations, reminders, violations.
///
/// Each outcome is worked out anew from all facts and compared with what was announced of it: the difference is
/// announced and written. Acts are issued once each, by the timers that fired and by what was announced just now.
struct PersonDesk {
    let context: DecisionContext
    let delivered: DeliveredRoles
    var changes = PersonChanges()

    init(_ context: DecisionContext, _ delivered: DeliveredRoles) {
        self.context = context
        self.delivered = delivered
    }

    var now: Timestamp { context.now }

    /// Settles one person.
    ///
    /// - Parameters:
    ///   - fired: the keys of the timers of theirs that came due.
    ///   - cause: what made them be looked at.
    mutating func settle(
        _ facts: PersonFacts, _ contractor: Identifier, fired: Set<Identifier>, because cause: Item,
        _ out: inout Decisions
    ) {
        var facts = facts
        settleDiscoveries(facts.file(of: contractor), cause, &out)
        facts.invitations = settleInvitations(facts.file(of: contractor), cause, &out)
        facts.enrolments = settleEnrolments(facts.file(of: contractor), cause, &out)
        let file = facts.file(of: contractor)
        let judged = settleCases(file, fired, cause, &out)
        settleHours(file, judged, cause, &out)
        settleReminders(file, fired, cause, &out)
        settleRenewals(file, fired, cause, &out)
    }

    /// Writes what changed.
    func finish(_ out: inout Decisions) {
        changes.write(&out)
    }
}

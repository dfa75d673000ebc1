import Contracts
import Programmes

/// How far an enrolment has come in its units (PRG-08).
///
/// No unit has a deadline of its own: what was completed between the opt-in and the offering's last day counts, in any
/// order, and is kept. Of several statements the earliest dates it.
enum UnitProgress {
    /// When each completed unit was completed.
    static func decide(
        _ enrolment: EnrolmentState, _ pathway: Pathway, _ offering: Offering, _ statements: [UnitStatement]
    ) -> [String: Timestamp] {
        guard enrolment.status == .open else { return [:] }
        var completed: [String: Timestamp] = [:]
        for statement in statements
        where statement.reference.isOf(programme: enrolment.programme, pathway: pathway.id)
            && pathway.unit(statement.reference.unit) != nil
            && enrolment.optedInAt <= statement.eventTime && statement.eventTime < offering.closes
        {
            let unit = statement.reference.unit
            completed[unit] = min(statement.eventTime, completed[unit] ?? statement.eventTime)
        }
        return completed
    }
}

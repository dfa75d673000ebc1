import Contracts

/// What there is one outcome for: a person in an offering of a programme.
struct Course: Hashable, Comparable, Sendable {
    /// The contractor who stands for the person, or did when the outcome was announced.
    let contractor: Identifier
    let programme: String
    let offering: String

    /// The outcome's id.
    var outcome: Identifier {
        Identifier.derived("assessment-outcome", contractor, programme, offering)
    }

    /// Feeds the contractor alone: a person has few courses, and every message asks for one many times.
    func hash(into hasher: inout Hasher) { hasher.combine(contractor) }

    static func < (left: Course, right: Course) -> Bool {
        if left.contractor != right.contractor { return left.contractor < right.contractor }
        return (left.programme, left.offering) < (right.programme, right.offering)
    }
}

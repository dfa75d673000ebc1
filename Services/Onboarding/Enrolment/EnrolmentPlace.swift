import Contracts

/// What there is one enrolment for: a contractor in an offering of a programme.
struct EnrolmentPlace: Hashable, Comparable, Sendable {
    let contractor: Identifier
    let programme: String
    let offering: String

    /// The enrolment's id.
    var enrolment: Identifier {
        Identifier.derived("enrolment", contractor, programme, offering)
    }

    static func < (left: EnrolmentPlace, right: EnrolmentPlace) -> Bool {
        if left.contractor != right.contractor { return left.contractor < right.contractor }
        return (left.programme, left.offering) < (right.programme, right.offering)
    }
}

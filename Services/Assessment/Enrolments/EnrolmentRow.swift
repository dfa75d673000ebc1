import Contracts

/// An enrolment as onboarding announced it last, and when its first result was achieved.
struct EnrolmentRow: Hashable, Sendable {
    private(set) var state: EnrolmentState
    /// The event time of the earliest result, as announced; nil before there is one.
    var startedAt: Timestamp?

    init(_ state: EnrolmentState, startedAt: Timestamp? = nil) {
        self.state = state
        self.startedAt = startedAt
    }

    var id: Identifier { state.enrolment }

    /// Until when, the moment included, what the contractor achieves counts: what was earned before leaving stays (INC-20).
    ///
    /// Nil where they take part, and where a correction undid the opt-in.
    var leftAt: Timestamp? { state.status == .withdrawn ? state.withdrawnAt : nil }

    /// Takes in an announcement; the highest sequence wins, whatever the order of arrival.
    mutating func merge(_ other: EnrolmentState) -> Bool {
        guard other.sequence > state.sequence else { return false }
        state = other
        return true
    }

    static func == (left: EnrolmentRow, right: EnrolmentRow) -> Bool {
        left.state == right.state && left.startedAt == right.startedAt
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(state.enrolment)
        hasher.combine(state.sequence)
    }
}

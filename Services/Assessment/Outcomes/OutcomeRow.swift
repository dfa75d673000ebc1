import Contracts

/// An outcome as it was announced last.
struct OutcomeRow: Hashable, Sendable {
    let course: Course
    let state: OutcomeState

    init(_ state: OutcomeState) {
        course = Course(contractor: state.contractor, programme: state.programme, offering: state.offering)
        self.state = state
    }

    static func == (left: OutcomeRow, right: OutcomeRow) -> Bool {
        left.state == right.state
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(course)
        hasher.combine(state.sequence)
    }
}

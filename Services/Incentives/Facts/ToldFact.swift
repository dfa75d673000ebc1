import Contracts

/// An enrolment, a task of an assessment or an exposure, as another service last told of it.
struct ToldFact: Sendable {
    /// What kind of fact it is.
    enum Kind: String, Sendable {
        case enrolment
        case task
        case exposure

        /// The type that its content is read as.
        var type: EventType {
            switch self {
            case .enrolment: .enrolmentOpened
            case .task: .taskCompleted
            case .exposure: .exposureRecorded
            }
        }
    }

    let id: Identifier
    let kind: Kind
    let contractor: Identifier
    let programme: String
    let sequence: Int64
    let payload: any Payload
}

extension ToldFact {
    /// The fact that an event tells.
    init(_ state: EnrolmentState) {
        self.init(
            id: state.enrolment, kind: .enrolment, contractor: state.contractor, programme: state.programme,
            sequence: state.sequence, payload: state)
    }

    /// The fact that an event tells.
    init(_ state: TaskState) {
        self.init(
            id: state.task, kind: .task, contractor: state.contractor, programme: state.programme,
            sequence: state.sequence, payload: state)
    }

    /// The fact that an event tells; an exposure is told once and never changes.
    init(_ state: ExposureState) {
        self.init(
            id: state.exposure, kind: .exposure, contractor: state.contractor, programme: state.programme, sequence: 1,
            payload: state)
    }
}

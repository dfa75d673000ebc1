import Contracts
import Database

/// A person's way through an offering, by the event times of its stages (ONB-25).
struct FunnelUnit: Observation {
    let circumstances: Circumstances
    var seen: Timestamp?
    var invited: Timestamp?
    var optedIn: Timestamp?
    /// When the engagement started that led to the enrolment.
    var engagementStarted: Timestamp?
    /// The first sign at the offering's assessments.
    var assessmentStarted: Timestamp?
    /// When the first task was handed in.
    var taskCompleted: Timestamp?
    var credentialed: Timestamp?
    var offered: Timestamp?
    var engaged: Timestamp?
    var rehired: Timestamp?

    init(circumstances: Circumstances) {
        self.circumstances = circumstances
    }

    init(_ row: Row) throws {
        circumstances = try Circumstances(row)
        seen = try row.optionalTimestamp(4)
        invited = try row.optionalTimestamp(5)
        optedIn = try row.optionalTimestamp(6)
        engagementStarted = try row.optionalTimestamp(7)
        assessmentStarted = try row.optionalTimestamp(8)
        taskCompleted = try row.optionalTimestamp(9)
        credentialed = try row.optionalTimestamp(10)
        offered = try row.optionalTimestamp(11)
        engaged = try row.optionalTimestamp(12)
        rehired = try row.optionalTimestamp(13)
    }

    /// A variant is a worker's, however the invitation's and the exposure's moments lie.
    func part(from moment: Timestamp) -> FunnelUnit? { self }

    /// The stages in order.
    static let stages = [
        "seen", "invited", "opted in", "started", "assessed", "credentialed", "offered", "engaged", "rehired",
    ]

    /// When each stage was reached, as far as it was before a moment.
    ///
    /// The label of the circumstances is the pathway.
    func times(_ delivery: FunnelDelivery, before end: Timestamp) -> [Timestamp?] {
        let (begun, judged): (Timestamp?, Timestamp?) =
            switch delivery {
            case .external: (engagementStarted, assessmentStarted)
            case .guildhall(let tasked):
                (
                    [assessmentStarted, taskCompleted].compactMap { $0 }.min(),
                    tasked.contains(circumstances.label ?? "") ? taskCompleted ?? credentialed : assessmentStarted
                )
            }
        return [seen, invited, optedIn, begun, judged, credentialed, offered, engaged, rehired].map { time in
            time.flatMap { $0 < end ? $0 : nil }
        }
    }
}

import Contracts
import Messaging

/// All that is known about a person in an offering.
struct CourseFacts: Sendable {
    /// The enrolments of everybody who is this person, the earliest opt-in first.
    let enrolments: [EnrolmentRow]
    /// Their results, each record at its highest revision, by what the world did first.
    let results: [ResultFact]
    /// When assessment started for each enrolment, withdrawn ones included: whether an enrolment was open at the moment
    /// when a result arrived must make no difference.
    let starts: [AssessmentStart]
    /// Everybody who is this person.
    let members: [Identifier]
    /// What was recorded of their attempts, each record at its highest revision, by what the world did first.
    let attempts: [AttemptFact]

    /// The enrolment that counts: of a person's open ones the earliest; where there is none, the one that was left last.
    var counting: EnrolmentRow? {
        enrolments.first { $0.state.status == .open }
            ?? enrolments.filter { $0.leftAt != nil }.max { ($0.leftAt ?? .distantPast) < ($1.leftAt ?? .distantPast) }
    }

    /// The facts of a course; none when somebody else stands for its contractor.
    init(
        _ course: Course, _ results: ResultBook, _ enrolments: EnrolmentBook, _ attempts: AttemptFactBook,
        _ roster: Roster
    ) {
        let isCanonical = roster.canonical(of: course.contractor) == course.contractor
        let members = isCanonical ? roster.members(of: course.contractor) : []
        let (programme, offering) = (course.programme, course.offering)
        let rows = enrolments.enrolments(of: members, programme: programme, offering: offering)
            .sorted { ($0.state.optedInAt, $0.id) < ($1.state.optedInAt, $1.id) }
        self.enrolments = rows
        self.results = results.standing(of: members, programme: programme, offering: offering)
        self.members = members
        self.attempts = attempts.standing(of: members, programme: programme, offering: offering)
        let startedAt = [
            results.startedAt(of: members, programme: programme, offering: offering),
            attempts.startedAt(of: members, programme: programme, offering: offering),
        ].compactMap { $0 }.min()
        starts =
            startedAt.map { startedAt in
                rows.map { row in
                    // Whoever opted in, not whoever stands for them at the moment: that changes with a link.
                    AssessmentStart(
                        enrolment: row.id, contractor: row.state.contractor, programme: programme, offering: offering,
                        startedAt: startedAt)
                }
            } ?? []
    }
}

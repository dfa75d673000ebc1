import Contracts
import Database
import Messaging
import Programmes

/// The outcomes that a batch touches: every touched offering of a person is decided once, at the end.
struct OutcomeBook: Sendable {
    private(set) var announced: [Course: OutcomeState] = [:]
    private var touched: [Course: Item] = [:]

    init(_ known: [OutcomeRow] = []) {
        for row in known { announced[row.course] = row.state }
    }

    /// Notes that facts about a person in an offering have changed.
    mutating func touch(_ course: Course, because item: Item) {
        touched[course] = item
    }

    /// Offerings of which outcomes were announced for any of some contractors.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        announced.keys.filter { contractors.contains($0.contractor) }
    }

    /// Decides every touched offering; announces and writes what changed.
    ///
    /// An outcome belongs to the contractor who stands for the person. One that was announced for somebody else,
    /// before a link or its undoing, is taken back.
    mutating func finish(
        _ results: ResultBook, _ enrolments: inout EnrolmentBook, _ context: DecisionContext, _ out: inout Decisions
    ) {
        var changed: [OutcomeState] = []
        for (course, item) in touched.sorted(by: { $0.key < $1.key }) {
            let standing = OutcomeBook.standing(course, results, enrolments, context)
            if let standing, let time = standing.startedAt, enrolments.start(standing.enrolment.id, at: time) {
                let start = AssessmentStart(
                    enrolment: standing.enrolment.id, contractor: course.contractor, programme: course.programme,
                    offering: course.offering, startedAt: time)
                out.emit(.assessmentStarted, start, about: course.contractor, because: item)
            }
            let before = announced[course]
            guard let state = OutcomeChange.decide(announced: before, now: standing, course: course) else { continue }
            announced[course] = state
            changed.append(state)
            out.emit(before == nil ? .outcomeDecided : .outcomeCorrected, state, about: course.contractor, because: item)
            out.audit(OutcomeAudit.entry(state, standing, isFirst: before == nil), because: item)
        }
        if !changed.isEmpty {
            out.write(OutcomeStatements.upsert(changed.sorted { $0.outcome < $1.outcome }, at: context.now))
        }
    }

    private static func standing(
        _ course: Course, _ results: ResultBook, _ enrolments: EnrolmentBook, _ context: DecisionContext
    ) -> Standing? {
        guard context.roster.canonical(of: course.contractor) == course.contractor else { return nil }
        let members = context.roster.members(of: course.contractor)
        let (programme, offering) = (course.programme, course.offering)
        return Standing.decide(
            enrolments: enrolments.enrolments(of: members, programme: programme, offering: offering),
            results: results.standing(of: members, programme: programme, offering: offering),
            startedAt: results.startedAt(of: members, programme: programme, offering: offering), context.programmes)
    }
}

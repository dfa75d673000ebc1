import Contracts
import Database
import Messaging

/// The outcomes that a batch touches: every touched offering of a person is decided once, at the end.
struct OutcomeBook: Sendable {
    private(set) var announced: [Course: OutcomeState] = [:]
    private var touched: [Course: Item] = [:]
    /// Courses of which the attempts are at hand: results alone do not load them, and change nothing where they count.
    private var complete: Set<Course> = []

    init(_ known: [OutcomeRow] = []) {
        for row in known { announced[row.course] = row.state }
    }

    /// Makes room for so many touched offerings.
    mutating func expect(_ count: Int) {
        touched.reserveCapacity(count)
    }

    /// Notes that facts about a person in an offering have changed.
    ///
    /// - Parameter withAttempts: whether the item's batch loads the attempts of its contractor.
    mutating func touch(_ course: Course, because item: Item, withAttempts: Bool = true) {
        touched[course] = item
        if withAttempts { complete.insert(course) }
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
        _ results: ResultBook, _ enrolments: inout EnrolmentBook, _ attempts: inout AttemptBook,
        _ context: DecisionContext, _ out: inout Decisions
    ) {
        var changed: [OutcomeState] = []
        for (course, item) in touched.sorted(by: { $0.key < $1.key }) {
            let facts = CourseFacts(course, results, enrolments, attempts.facts, context.roster)
            for start in facts.starts where enrolments.start(start.enrolment, at: start.startedAt) {
                out.emit(.assessmentStarted, start, about: course.contractor, because: item)
            }
            let layers = complete.contains(course) ? attempts.standing(course, facts, context.programmes) : nil
            if let layers { attempts.settle(layers, course, facts, because: item, &out) }
            let standing = Standing.decide(facts, layers, context.programmes)
            if standing?.layers != nil, !complete.contains(course) { continue }
            let before = announced[course]
            guard let state = OutcomeChange.decide(announced: before, now: standing, course: course) else { continue }
            announced[course] = state
            changed.append(state)
            // A further attempt may pass after a fail: that is a decision, and corrects nothing.
            let isFirst = before == nil || standing?.layers != nil && before?.passed == false
            out.emit(isFirst ? .outcomeDecided : .outcomeCorrected, state, about: course.contractor, because: item)
            out.audit(OutcomeAudit.entry(state, standing, isFirst: isFirst), because: item)
        }
        if !changed.isEmpty {
            out.write(OutcomeStatements.upsert(changed.sorted { $0.outcome < $1.outcome }, at: context.now))
        }
    }
}

import Contracts
import Messaging
import Programmes

/// The attempts that a batch touches: what was recorded, the terms that may be renewed, and what was announced.
struct AttemptBook: Sendable {
    var facts: AttemptFactBook
    var terms: TermBook
    private(set) var states: [Identifier: AttemptState] = [:]
    private var byCourse: [Course: Set<Identifier>] = [:]
    private var changed: Set<Identifier> = []

    init(facts: AttemptFactBook = AttemptFactBook(), states: [AttemptState] = [], terms: TermBook = TermBook()) {
        self.facts = facts
        self.terms = terms
        for state in states { keep(state) }
    }

    private mutating func keep(_ state: AttemptState) {
        if let before = states[state.attempt], before.course != state.course {
            byCourse[before.course]?.remove(state.attempt)
        }
        states[state.attempt] = state
        byCourse[state.course, default: []].insert(state.attempt)
    }

    /// The attempts that are kept of some contractors in an offering.
    private func kept(of members: [Identifier], _ course: Course) -> Set<Identifier> {
        members.reduce(into: []) { kept, member in
            let own = Course(contractor: member, programme: course.programme, offering: course.offering)
            kept.formUnion(byCourse[own] ?? [])
        }
    }

    /// The offerings of which anything is known of some contractors.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        facts.courses(of: contractors) + terms.courses(of: contractors)
            + byCourse.keys.filter { contractors.contains($0.contractor) }
    }

    /// What a person's attempts in an offering come to; nil where there are none.
    func standing(_ course: Course, _ facts: CourseFacts, _ programmes: ProgrammeCatalogue) -> LayeredStanding? {
        guard !facts.attempts.isEmpty || !kept(of: facts.members, course).isEmpty else { return nil }
        return LayeredStanding.decide(
            facts.attempts, enrolment: facts.counting,
            terms: terms.terms(of: facts.members, programme: course.programme, offering: course.offering),
            members: Set(facts.members), programmes)
    }

    /// Announces and keeps what changed about a person's attempts in an offering.
    mutating func settle(
        _ standing: LayeredStanding, _ course: Course, _ facts: CourseFacts, because item: Item,
        _ out: inout Decisions
    ) {
        var left = kept(of: facts.members, course)
        let enrolment = facts.counting ?? facts.enrolments.first
        for part in standing.parts {
            for attempt in part.series.attempts {
                left.remove(attempt.id)
                let counts = part.series.counted?.id == attempt.id
                var state = AttemptState(attempt, course, part.frame, counts: counts)
                let renewal = counts ? RenewalRule.decide(part, course) : nil
                announce(&state, TaskRule.decide(attempt, part, course, enrolment?.id), renewal, item, &out)
            }
        }
        for id in left.sorted() {
            guard var state = states[id]?.emptied else { continue }
            announce(&state, nil, nil, item, &out)
        }
    }

    private mutating func announce(
        _ state: inout AttemptState, _ task: TaskState?, _ renewal: RenewalState?, _ item: Item,
        _ out: inout Decisions
    ) {
        let before = states[state.attempt]
        state.task = before?.task
        state.renewal = before?.renewal
        if let news = TaskRule.change(announced: before?.task, now: task) {
            state.task = news
            out.emit(.taskCompleted, news, about: news.contractor, because: item)
            out.audit(AttemptAudit.task(news), because: item)
        }
        if let news = RenewalRule.change(announced: before?.renewal, now: renewal) {
            state.renewal = news
            out.emit(.renewalPassed, news, about: news.contractor, because: item)
            out.audit(AttemptAudit.renewal(news), because: item)
        }
        guard state != before else { return }
        if state.refusal != before?.refusal || state.verdict != before?.verdict || state.score != before?.score {
            out.audit(AttemptAudit.judged(state), because: item)
        }
        keep(state)
        changed.insert(state.attempt)
    }

    /// Writes everything that changed.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        facts.finish(context, &out)
        terms.finish(context, &out)
        if !changed.isEmpty {
            out.write(AttemptStatements.upsert(changed.sorted().compactMap { states[$0] }, at: context.now))
        }
    }
}

extension AttemptState {
    /// The offering that it is about, for the contractor who took it.
    var course: Course {
        Course(contractor: contractor, programme: programme, offering: offering)
    }

    /// The attempt after a correction of its records has left nothing of it.
    var emptied: AttemptState {
        var state = AttemptState()
        state.attempt = attempt
        state.source = source
        state.name = name
        state.contractor = contractor
        state.programme = programme
        state.offering = offering
        state.isRenewal = isRenewal
        state.seed = seed
        state.refusal = .notStarted
        state.refusalMessage = AttemptRefusal.notStarted.message
        return state
    }
}

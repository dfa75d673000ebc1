import Contracts
import Messaging
import Programmes

@testable import AssessmentService

/// Assessment without a database: what a batch leaves behind is what the next one finds, and links are applied as the
/// door applies them.
struct RulesHouse {
    private(set) var books = AssessmentBooks()
    private(set) var decisions: [Decisions] = []
    private(set) var canonicals: [Identifier: Identifier] = [:]
    private var linkSequences: [Identifier: Int64] = [:]
    private var messages = 0

    /// Decides payloads as one batch, each in a message of its own; a link stands alone.
    @discardableResult
    mutating func batch(_ payloads: [any Payload], programmes: ProgrammeCatalogue = Fixtures.catalogue) -> Decisions {
        var out = Decisions()
        let items = payloads.map { payload in
            messages += 1
            let related = (payload as? ContractorLink).map { link($0) } ?? []
            return Fixtures.item(payload, message: "M\(messages)", related: related)
        }
        let context = DecisionContext(now: Fixtures.now, roster: roster, programmes: programmes)
        books = RulesHouse.reopened(books)
        for item in items { books.take(item, context, &out) }
        books.finish(context, &out)
        decisions.append(out)
        return out
    }

    private var roster: Roster {
        Roster(canonicals.map { (contractor: $0.key, canonical: $0.value) })
    }

    private mutating func link(_ link: ContractorLink) -> [Identifier] {
        let before = roster
        let members = before.members(of: link.contractor) + before.members(of: link.canonical)
        if link.sequence > linkSequences[link.contractor] ?? 0 {
            canonicals[link.contractor] = link.canonical
            linkSequences[link.contractor] = link.sequence
        }
        return Set(members + [link.contractor, link.canonical]).sorted()
    }

    private static func reopened(_ books: AssessmentBooks) -> AssessmentBooks {
        AssessmentBooks(
            results: ResultBook(books.results.facts), enrolments: EnrolmentBook(Array(books.enrolments.rows.values)),
            outcomes: OutcomeBook(books.outcomes.announced.values.map(OutcomeRow.init)),
            learning: LearningBook(revisions: books.learning.revisions),
            attempts: AttemptBook(
                facts: AttemptFactBook(books.attempts.facts.facts), states: Array(books.attempts.states.values),
                terms: TermBook(Array(books.attempts.terms.terms.values))))
    }

    /// The outcomes as they are kept.
    var outcomes: [Identifier: OutcomeState] { books.passed }

    /// The outcomes as a consumer knows them in the end: of each the highest sequence.
    var announced: [Identifier: OutcomeState] {
        var last: [Identifier: OutcomeState] = [:]
        for case let state as OutcomeState in decisions.flatMap(\.emissions).map(\.payload)
        where state.sequence > last[state.outcome]?.sequence ?? 0 {
            last[state.outcome] = state
        }
        return last.filter(\.value.passed).mapValues(\.normal)
    }

    /// What a consumer knows of outcomes in the end, fails and referrals included, without the counter.
    var verdicts: [Identifier: OutcomeState] {
        last(OutcomeState.self, \.outcome, \.sequence).filter { $0.value.passed || $0.value.verdict != nil }
            .mapValues { state in
                var state = state
                state.sequence = 0
                return state
            }
    }

    /// The tasks that are to be paid, as a consumer knows them in the end, without the counter.
    var paidTasks: [Identifier: TaskState] {
        last(TaskState.self, \.task, \.sequence).filter { $0.value.stipend != nil }.mapValues { state in
            var state = state
            state.sequence = 0
            return state
        }
    }

    /// The renewals that stand, as a consumer knows them in the end, without the counter.
    var renewals: [Identifier: RenewalState] {
        last(RenewalState.self, \.renewal, \.sequence).filter { !$0.value.isWithdrawn }.mapValues { state in
            var state = state
            state.sequence = 0
            return state
        }
    }

    /// The attempts as they are shown, without what was announced of them.
    var attempts: [Identifier: AttemptState] {
        books.attempts.states.filter { $0.value.refusal != .notStarted }.mapValues { state in
            var state = state
            state.task = nil
            state.renewal = nil
            return state
        }
    }

    private func last<State: Payload>(
        _ type: State.Type, _ id: (State) -> Identifier, _ sequence: (State) -> Int64
    ) -> [Identifier: State] {
        var last: [Identifier: State] = [:]
        for case let state as State in decisions.flatMap(\.emissions).map(\.payload)
        where sequence(state) > last[id(state)].map(sequence) ?? 0 {
            last[id(state)] = state
        }
        return last
    }

    /// When assessment started for each enrolment, as a consumer knows it.
    var starts: [Identifier: Timestamp] {
        var earliest: [Identifier: Timestamp] = [:]
        for case let start as AssessmentStart in decisions.flatMap(\.emissions).map(\.payload) {
            earliest[start.enrolment] = min(start.startedAt, earliest[start.enrolment] ?? start.startedAt)
        }
        return earliest
    }
}

extension AssessmentBooks {
    /// The outcomes that passed, as they are kept.
    var passed: [Identifier: OutcomeState] {
        Dictionary(uniqueKeysWithValues: outcomes.announced.values.filter(\.passed).map { ($0.outcome, $0.normal) })
    }
}

extension OutcomeState {
    /// Without what depends on the order of arrival: the counter, and the score, which is the total at the moment of
    /// the announcement.
    var normal: OutcomeState {
        var state = self
        state.sequence = 0
        state.score = .zero
        return state
    }
}

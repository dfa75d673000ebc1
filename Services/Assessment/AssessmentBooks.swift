import Contracts
import Database
import Messaging
import Programmes

/// Everything that a batch touches, folded in memory in the order of its items and written once.
struct AssessmentBooks {
    private(set) var results: ResultBook
    private(set) var enrolments: EnrolmentBook
    private(set) var outcomes: OutcomeBook
    private(set) var learning: LearningBook
    private(set) var attempts: AttemptBook

    init(
        results: ResultBook = ResultBook(), enrolments: EnrolmentBook = EnrolmentBook(),
        outcomes: OutcomeBook = OutcomeBook(), learning: LearningBook = LearningBook(),
        attempts: AttemptBook = AttemptBook()
    ) {
        self.results = results
        self.enrolments = enrolments
        self.outcomes = outcomes
        self.learning = learning
        self.attempts = attempts
    }

    /// Books of what the batch's queries found.
    init(_ answers: Answers<Loading.Part>) throws {
        self.init(
            results: ResultBook(try answers[.results].map(ResultStatements.facts) ?? []),
            enrolments: EnrolmentBook(try answers[.enrolments].map(EnrolmentStatements.enrolments) ?? []),
            outcomes: OutcomeBook(try answers[.outcomes].map(OutcomeStatements.outcomes) ?? []),
            learning: LearningBook(
                revisions: try answers[.learning].map(LearningStatements.revisions) ?? RevisionBook()),
            attempts: try answers[.attempts].map(AttemptStatements.books) ?? AttemptBook())
    }

    /// Takes in the items of a batch, in order.
    mutating func take(_ items: [Item], _ context: DecisionContext, _ out: inout Decisions) {
        results.expect(items.count)
        outcomes.expect(items.count)
        for item in items { take(item, context, &out) }
    }

    /// Takes in one item.
    mutating func take(_ item: Item, _ context: DecisionContext, _ out: inout Decisions) {
        guard let contractor = item.contractor else {
            return out.park(item, reason: "it came without its contractor")
        }
        switch item.payload {
        case let record as AssessmentResultRecorded:
            settle(take(record, item, contractor, context), item, &out)
        case let record as LearningRecorded:
            settle(learning.take(record, item, contractor, context.programmes), item, &out)
        case let record as AttemptRecorded:
            settle(take(record, item, contractor, context), item, &out)
        case let record as ReviewRecorded:
            settle(take(record, item, contractor, context), item, &out)
        case let state as CredentialState:
            take(state, item, context, &out)
        case let state as EnrolmentState:
            take(state, item, context, &out)
        case let link as ContractorLink:
            take(link, item)
        default:
            out.park(item, reason: "assessment has no rule for \(item.type)")
        }
    }

    private mutating func take(
        _ record: AssessmentResultRecorded, _ item: Item, _ contractor: Identifier, _ context: DecisionContext
    ) -> RevisionBook.Verdict {
        let key = RecordKey(record: ResultBook.id(source: item.source, id: record.id), revision: record.revision)
        let content = RecordContent(record)
        let verdict = results.verdict(key, content, contractor)
        guard verdict == .fresh else { return verdict }
        let versions = versions(of: record, contractor, context)
        if let refusal = ResultCheck.refusal(record, versions) { return .refused(refusal) }
        guard let percent = Percent.of(record.score, on: record.scale) else { return .refused(.scoreOutOfRange) }
        let fact = ResultFact(
            key: key, contractor: contractor, programme: record.programme, offering: record.offering,
            assessment: record.assessment, percent: percent, eventTime: record.eventTime,
            fingerprint: content.fingerprint)
        let canonical = context.roster.canonical(of: contractor)
        if record.revision > 0 {
            for course in results.courses(of: key.record, contractor) { touch(course, canonical, item) }
        }
        results.take(
            NewResult(fact: fact, source: item.source, recordID: record.id, priorLearning: record.priorLearning))
        touch(fact.course, canonical, item)
        return .fresh
    }

    /// The latest version of the result's programme, then those that the contractor's enrolments keep.
    private func versions(
        of record: AssessmentResultRecorded, _ contractor: Identifier, _ context: DecisionContext
    ) -> [PublishedProgramme] {
        guard let latest = context.programmes.find(programme: record.programme) else { return [] }
        let enrolled = enrolments.enrolments(
            of: context.roster.members(of: contractor), programme: record.programme, offering: record.offering)
        let kept = Set(enrolled.map(\.state.programmeVersion)).subtracting([latest.version]).sorted()
        return [latest] + kept.compactMap { context.programmes.find(programme: record.programme, version: $0) }
    }

    private mutating func take(
        _ state: EnrolmentState, _ item: Item, _ context: DecisionContext, _ out: inout Decisions
    ) {
        let programme = context.programmes.find(programme: state.programme, version: state.programmeVersion)
        guard programme?.offering(state.offering) != nil else {
            return out.park(
                item, reason: "no offering \(state.offering) in programme \(state.programme), \(state.programmeVersion)"
            )
        }
        let row = EnrolmentRow(state)
        if enrolments.take(state) { touch(row.course, context.roster.canonical(of: state.contractor), item) }
    }

    private mutating func take(
        _ record: AttemptRecorded, _ item: Item, _ contractor: Identifier, _ context: DecisionContext
    ) -> RevisionBook.Verdict {
        let key = RecordKey(
            record: AttemptFact.id(ofAct: record.id, source: item.source), revision: record.revision)
        let content = RecordContent(record)
        let verdict = attempts.facts.verdict(key, content, contractor)
        guard verdict == .fresh else { return verdict }
        if let refusal = AttemptCheck.refusal(record, context.programmes) { return .refused(refusal) }
        let attempt = AttemptFact.attempt(
            source: item.source, worker: record.person.workerId, programme: record.programme,
            offering: record.offering, name: record.attempt)
        take(
            AttemptFact(
                key: key, contractor: contractor, source: item.source, attempt: attempt, content: .act(record),
                fingerprint: content.fingerprint),
            recordID: record.id, content, item, context)
        return .fresh
    }

    private mutating func take(
        _ record: ReviewRecorded, _ item: Item, _ contractor: Identifier, _ context: DecisionContext
    ) -> RevisionBook.Verdict {
        let key = RecordKey(
            record: AttemptFact.id(ofReview: record.id, source: item.source), revision: record.revision)
        let content = RecordContent(record)
        let verdict = attempts.facts.verdict(key, content, contractor)
        guard verdict == .fresh else { return verdict }
        if let refusal = AttemptCheck.refusal(record, context.programmes) { return .refused(refusal) }
        let attempt = AttemptFact.attempt(
            source: item.source, worker: record.person.workerId, programme: record.programme,
            offering: record.offering, name: record.attempt)
        take(
            AttemptFact(
                key: key, contractor: contractor, source: item.source, attempt: attempt, content: .review(record),
                fingerprint: content.fingerprint),
            recordID: record.id, content, item, context)
        return .fresh
    }

    private mutating func take(
        _ fact: AttemptFact, recordID: String, _ content: RecordContent, _ item: Item, _ context: DecisionContext
    ) {
        let canonical = context.roster.canonical(of: fact.contractor)
        if fact.key.revision > 0 {
            for course in attempts.facts.courses(of: fact.key.record, fact.contractor) {
                touch(course, canonical, item)
            }
        }
        attempts.facts.take(fact, recordID: recordID, body: String(decoding: content.json, as: UTF8.self))
        touch(fact.course, canonical, item)
    }

    /// A credential that can be renewed here; others concern nobody.
    private mutating func take(
        _ state: CredentialState, _ item: Item, _ context: DecisionContext, _ out: inout Decisions
    ) {
        guard context.programmes.find(programme: state.programme, version: state.programmeVersion) != nil else {
            return out.park(item, reason: "no version \(state.programmeVersion) of programme \(state.programme)")
        }
        let term = CredentialTerm(state)
        guard AssessmentFrame(renewing: term, context.programmes) != nil, attempts.terms.take(state) else { return }
        touch(term.course, context.roster.canonical(of: state.contractor), item)
    }

    /// A link or its undoing: everything of everybody in both groups is decided anew, in everybody's name.
    private mutating func take(_ link: ContractorLink, _ item: Item) {
        let members = Set(item.related).union([link.contractor, link.canonical])
        let courses = Set(
            results.courses(of: members) + enrolments.courses(of: members) + outcomes.courses(of: members)
                + attempts.courses(of: members))
        for course in courses {
            for member in members { touch(course, member, item) }
        }
    }

    private mutating func touch(_ course: Course, _ contractor: Identifier, _ item: Item) {
        outcomes.touch(
            Course(contractor: contractor, programme: course.programme, offering: course.offering), because: item,
            withAttempts: !(item.payload is AssessmentResultRecorded))
    }

    private func settle(_ verdict: RevisionBook.Verdict, _ item: Item, _ out: inout Decisions) {
        switch verdict {
        case .fresh: break
        case .repeated: out.duplicate(item)
        case .refused(let refusal): out.refuse(item, refusal)
        }
    }

    /// Decides what follows from the facts, announces and writes it.
    mutating func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if !results.fresh.isEmpty {
            out.write(ResultStatements.insert(results.fresh.sorted { $0.fact.key < $1.fact.key }, at: context.now))
        }
        outcomes.finish(results, &enrolments, &attempts, context, &out)
        attempts.finish(context, &out)
        let (added, updated) = (enrolments.added, enrolments.updated)
        if !added.isEmpty { out.write(EnrolmentStatements.upsert(added)) }
        if !updated.isEmpty { out.write(EnrolmentStatements.update(updated)) }
        learning.finish(context, &out)
    }
}

import Contracts
import Messaging
import Programmes

@testable import OnboardingService

/// Onboarding without a database: what a batch leaves behind is what the next one finds, and timers fire when due.
struct RulesHouse {
    static let linkKey: [UInt8] = Array(0..<32)

    private(set) var books = OnboardingBooks()
    private(set) var facts = PersonFacts()
    private(set) var decisions: [Decisions] = []
    private(set) var timers: [Identifier: TimerRequest] = [:]
    var now = Fixtures.now
    var programmes = Fixtures.catalogue
    private var messages = 0

    init(
        now day: Int32? = nil, programmes: ProgrammeCatalogue = Fixtures.catalogue, linkKey: [UInt8] = linkKey
    ) {
        facts.linkKey = linkKey
        self.programmes = programmes
        if let day { now = Fixtures.day(day) }
    }

    /// Decides a batch, and whatever is due after it.
    @discardableResult
    mutating func batch(_ items: [Item], context: DecisionContext? = nil) -> Decisions {
        if let context { programmes = context.programmes }
        let out = decide(items)
        fireDue()
        return out
    }

    /// Decides records as one batch, each in a message of its own.
    @discardableResult
    mutating func batch(_ records: [any Payload], context: DecisionContext? = nil) -> Decisions {
        batch(items(records), context: context)
    }

    /// Decides records without firing what is due afterwards, as a process that stops at once would.
    @discardableResult
    mutating func stopAfter(_ records: [any Payload]) -> Decisions {
        decide(items(records))
    }

    private mutating func items(_ records: [any Payload]) -> [Item] {
        records.map { record in
            messages += 1
            return Fixtures.item(record, Fixtures.type(of: record), message: "M\(messages)")
        }
    }

    /// Fires every timer that is due, and those that they set.
    mutating func fireDue() {
        while true {
            let due = timers.values.filter { $0.due <= now }.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
            if due.isEmpty { return }
            for timer in due { timers[timer.key] = nil }
            decide(due.map(Fixtures.timer))
        }
    }

    /// Moves the clock, with a stop at each timer on the way.
    mutating func advance(to moment: Timestamp) {
        while let next = timers.values.map(\.due).min(), next <= moment {
            now = max(now, next)
            fireDue()
        }
        now = moment
    }

    @discardableResult
    private mutating func decide(_ items: [Item]) -> Decisions {
        books = OnboardingBooks(
            contractors: ContractorBook(Array(books.contractors.identities.values)),
            engagements: EngagementBook(
                revisions: books.engagements.revisions, known: Array(books.engagements.engagements.values)),
            enrolments: EnrolmentBook(consents: facts.consents, enrolments: facts.enrolments),
            verifications: VerificationBook(facts.verifications),
            records: RecordLog(revisions: books.records.revisions), signUps: SignUpBook(facts.invitations),
            touchedByAgreements: Set(facts.gates.map(\.contractor)).sorted(), facts: facts)
        var out = Decisions()
        let pairs = facts.canonicals.map { (contractor: $0.key, canonical: $0.value) }
        books.decide(items, Fixtures.context(Roster(pairs), programmes: programmes, now: now), &out)
        keep(items, out)
        decisions.append(out)
        return out
    }

    private mutating func keep(_ items: [Item], _ out: Decisions) {
        let left = Set(out.refusals.map(\.item.id) + out.duplicates.map(\.id))
        for item in items where !left.contains(item.id) {
            guard let record = item.payload as? EngagementRecorded, let contractor = item.contractor else { continue }
            facts.engagements.append(StoryPart(record, contractor: contractor, source: item.source))
        }
        facts.consents += books.enrolments.fresh
        facts.verifications += books.verifications.fresh
        facts.records += books.records.fresh.filter { $0.kind != .agreement }
        facts.agreements += books.records.fresh.filter { $0.kind == .agreement }
        for told in books.credentials
        where !facts.credentials.contains(where: { $0.credential == told.credential && $0.sequence == told.sequence }) {
            facts.credentials.append(told)
        }
        facts.stops = ExperimentStop.earliest(facts.stops + books.stops)
        for fact in books.hours
        where !facts.hours.contains(where: { $0.report == fact.report && $0.revision >= fact.revision }) {
            RulesHouse.put([fact], into: &facts.hours, \.report)
        }
        for gate in books.gates where !facts.gates.contains(where: { $0.caseID == gate.caseID }) {
            facts.gates.append(gate)
        }
        facts.canonicals = books.contractors.identities.mapValues(\.canonical)
        facts.enrolments = Array(books.enrolments.enrolments.values)
        let used = Dictionary(books.signUps.invitations.values.map { ($0.id, $0.usedBy) }) { first, _ in first }
        for place in facts.invitations.indices {
            facts.invitations[place].usedBy = used[facts.invitations[place].id] ?? nil
        }
        if let changes = books.changes { keep(changes) }
        for key in out.cancelledTimers { timers[key] = nil }
        timers.merge(out.timers) { $1 }
    }

    private mutating func keep(_ changes: PersonChanges) {
        RulesHouse.put(changes.discoveries, into: &facts.discoveries, \.id)
        RulesHouse.put(changes.invitations, into: &facts.invitations, \.id)
        RulesHouse.put(changes.exposures, into: &facts.exposures, \.id)
        RulesHouse.put(changes.enrolments.map(RulesHouse.kept), into: &facts.enrolments, \.id)
        RulesHouse.put(changes.gates, into: &facts.gates, \.caseID)
        let dropped = Set(changes.droppedSteps.map { "\($0.caseID)/\($0.step)" })
        facts.steps.removeAll { dropped.contains("\($0.caseID)/\($0.step)") }
        RulesHouse.put(changes.steps, into: &facts.steps) { "\($0.caseID)/\($0.step)" }
        RulesHouse.put(changes.violations, into: &facts.violations, \.report)
        RulesHouse.put(changes.series, into: &facts.series, \.id)
        facts.notices += changes.notices
    }

    /// An enrolment as its row keeps it.
    private static func kept(_ enrolment: Enrolment) -> Enrolment {
        var kept = enrolment
        kept.sign = Enrolment.Sign()
        return kept
    }

    private static func put<Row, Key: Hashable>(_ rows: [Row], into known: inout [Row], _ key: (Row) -> Key) {
        let keys = Set(rows.map(key))
        known.removeAll { keys.contains(key($0)) }
        known += rows
    }

    /// What a consumer of the events knows in the end: of each thing the highest revision or sequence.
    var announced: Announced {
        var announced = Announced()
        for emission in decisions.flatMap(\.emissions) { announced.take(emission.payload) }
        return announced
    }

    /// The rows in the end.
    var state: RulesState { RulesState(facts, books) }

    /// Everything announced, in order.
    var events: [EventType] { decisions.flatMap(\.emissions).map(\.type) }

    /// The gate of an engagement.
    func gate(_ engagement: String = "E1") -> Gate? {
        facts.gates.first { $0.engagement == Fixtures.engagement(engagement) }
    }

    /// How the steps of an engagement's case stand.
    func steps(_ engagement: String = "E1") -> [String: GateStep] {
        let own = facts.steps.filter { $0.caseID == OnboardingCase.id(of: Fixtures.engagement(engagement)) }
        return Dictionary(uniqueKeysWithValues: own.map { ($0.step, $0) })
    }

    /// The notices of a kind.
    func notices(_ kind: NoticeKind) -> [Notice] { facts.notices.filter { $0.kind == kind } }

    /// What is answered to whoever asks about billing.
    func billing(_ engagement: String = "E1", at day: Timestamp) -> BillingQueryAnswered? {
        let question = BillingQueryAsked(source: Fixtures.source, engagement: engagement, at: day)
        var house = self
        let out = house.batch([question])
        return out.replies.values.first?.payload as? BillingQueryAnswered
    }
}

import Contracts
import Database
import Messaging

/// Everything that a batch touches, folded in memory in the order of its items and written once.
///
/// Facts are taken in and announced at once. What follows from them for a person whom Guildhall prepares for a role is
/// settled by a timer that is due at once, with everything known of the person: so a batch of facts loads no more than
/// what it is judged by, and what comes in many messages is settled together.
struct OnboardingBooks {
    var contractors: ContractorBook
    var engagements: EngagementBook
    var enrolments: EnrolmentBook
    var verifications: VerificationBook
    var records: RecordLog
    var signUps: SignUpBook
    var cases = CaseBook()
    /// Facts that other services told.
    var credentials: [ToldCredential] = []
    var hours: [TimeFact] = []
    var stops: [ExperimentStop] = []
    /// Cases that a gate is kept of from now on.
    var gates: [Gate] = []
    /// Whose cases an agreement of the batch may be in force for.
    let touchedByAgreements: [Identifier]
    let facts: PersonFacts
    var settling = Settling()
    private var desk: PersonDesk?

    init(
        contractors: ContractorBook = ContractorBook(), engagements: EngagementBook = EngagementBook(),
        enrolments: EnrolmentBook = EnrolmentBook(), verifications: VerificationBook = VerificationBook(),
        records: RecordLog = RecordLog(), signUps: SignUpBook = SignUpBook(),
        touchedByAgreements: [Identifier] = [], facts: PersonFacts = PersonFacts()
    ) {
        self.contractors = contractors
        self.engagements = engagements
        self.enrolments = enrolments
        self.verifications = verifications
        self.records = records
        self.signUps = signUps
        self.touchedByAgreements = touchedByAgreements
        self.facts = facts
    }

    /// Books of what the batch's queries found.
    init(_ answers: Answers<Loading.Part>, _ roster: Roster) throws {
        let file = answers.all(.file)
        let identities =
            try answers[.identities].map { try ContractorStatements.identities($0, roster) }
            ?? answers[.groups].map(ContractorStatements.identities(ofGroups:)) ?? []
        self.init(
            contractors: ContractorBook(identities),
            engagements: try answers[.engagements].map(EngagementStatements.book) ?? EngagementBook(),
            enrolments: EnrolmentBook(
                consents: try answers[.consents].map(EnrolmentStatements.consents) ?? [],
                enrolments: try answers[.enrolments].map(EnrolmentStatements.enrolments) ?? []),
            verifications: VerificationBook(try answers[.verifications].map(VerificationStatements.facts) ?? []),
            records: RecordLog(revisions: try answers[.records].map(RecordStatements.revisions) ?? RevisionBook()),
            signUps: SignUpBook(try answers[.links].map(InvitationStatements.invitations) ?? []),
            touchedByAgreements: try answers[.agreementCases]?.map { try $0.identifier(0) } ?? [],
            facts: file.isEmpty ? PersonFacts() : try FileStatements.facts(file))
    }

    /// Decides a batch.
    mutating func decide(_ items: [Item], _ context: DecisionContext, _ out: inout Decisions) {
        let delivered = DeliveredRoles(context.programmes)
        for item in items { take(item, delivered, context, &out) }
        finish(delivered, context, &out)
    }

    /// Decides what follows from the facts, announces and writes it.
    private mutating func finish(
        _ delivered: DeliveredRoles, _ context: DecisionContext, _ out: inout Decisions
    ) {
        contractors.finish(context, &out)
        if !delivered.isEmpty, contractors.hasRelinked { contractors.identities.keys.forEach { settling.ask($0) } }
        engagements.finish(context, &out)
        enrolments.finish(delivered, context, &out)
        verifications.finish(context, &out)
        records.finish(context, &out)
        signUps.finish(&out)
        for opening in engagements.sortedOpenings { cases.open(opening, delivered, context, &out) }
        cases.finish(context, &out)
        writeTold(&out)
        if settling.isDue {
            var desk = PersonDesk(context, delivered)
            let facts = factsWithFresh
            for person in settling.persons(context.roster) {
                desk.settle(facts, person.contractor, fired: person.timers, because: person.cause, &out)
            }
            desk.finish(&out)
            self.desk = desk
        }
        settling.schedule(at: context.now, &out)
    }

    /// What is known of persons with what the batch itself brought, so that nobody is told what has just ended.
    private var factsWithFresh: PersonFacts {
        var facts = facts
        facts.credentials += credentials
        facts.stops += stops
        facts.consents += enrolments.fresh
        facts.verifications += verifications.fresh
        facts.records += records.fresh.filter { $0.contractor != nil }
        return facts
    }

    private func writeTold(_ out: inout Decisions) {
        if !gates.isEmpty {
            let rows = Dictionary(gates.map { ($0.caseID, $0) }) { first, _ in first }
            out.write(GateStatements.prepare(rows.values.sorted { $0.caseID < $1.caseID }))
        }
        if !credentials.isEmpty {
            out.write(
                StandingStatements.insert(
                    credentials.sorted { ($0.credential, $0.sequence) < ($1.credential, $1.sequence) }))
        }
        if !stops.isEmpty { out.write(ExperimentStopStatements.note(ExperimentStop.earliest(stops))) }
        if !hours.isEmpty {
            let newest = Dictionary(hours.map { ($0.report, $0) }) { $0.revision >= $1.revision ? $0 : $1 }
            out.write(TimeStatements.upsert(newest.values.sorted { $0.report < $1.report }))
        }
    }

    /// What the batch decided of persons.
    var changes: PersonChanges? { desk?.changes }
}

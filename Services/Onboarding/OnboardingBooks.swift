import Contracts
import Database
import Messaging

/// Everything that a batch touches, folded in memory in the order of its items and written once.
struct OnboardingBooks {
    private(set) var contractors: ContractorBook
    private(set) var engagements: EngagementBook
    private(set) var enrolments: EnrolmentBook
    private(set) var verifications: VerificationBook
    private(set) var cases: CaseBook
    private(set) var requisitions: RequisitionBook

    init(
        contractors: ContractorBook = ContractorBook(), engagements: EngagementBook = EngagementBook(),
        enrolments: EnrolmentBook = EnrolmentBook(), verifications: VerificationBook = VerificationBook(),
        cases: CaseBook = CaseBook(), requisitions: RequisitionBook = RequisitionBook()
    ) {
        self.contractors = contractors
        self.engagements = engagements
        self.enrolments = enrolments
        self.verifications = verifications
        self.cases = cases
        self.requisitions = requisitions
    }

    /// Books of what the batch's queries found.
    init(_ loaded: [Rows]) throws {
        let answers = try Loading.answers(loaded)
        self.init(
            contractors: ContractorBook(try answers[.identities].map(ContractorStatements.identities) ?? []),
            engagements: EngagementBook(
                revisions: try answers[.revisions].map(EngagementStatements.revisions) ?? RevisionBook(),
                known: try answers[.engagements].map(EngagementStatements.engagements) ?? []),
            enrolments: EnrolmentBook(
                consents: try answers[.consents].map(EnrolmentStatements.consents) ?? [],
                enrolments: try answers[.enrolments].map(EnrolmentStatements.enrolments) ?? []),
            verifications: VerificationBook(try answers[.verifications].map(VerificationStatements.facts) ?? []),
            cases: CaseBook(try answers[.steps].map(CaseStatements.steps) ?? []),
            requisitions: RequisitionBook(
                revisions: try answers[.requisitions].map(RequisitionStatements.revisions) ?? RevisionBook()))
    }

    /// Takes in one item.
    mutating func take(_ item: Item, _ context: DecisionContext, _ out: inout Decisions) {
        switch item.payload {
        case let record as EngagementRecorded:
            take(record, item, &out) { books, contractor, out in
                books.engagements.take(record, item, contractor, &out)
            }
        case let record as ConsentRecorded:
            take(record, item, &out) { books, contractor, _ in
                books.enrolments.take(record, item, contractor, context)
            }
        case let record as VerificationRecorded:
            take(record, item, &out) { books, contractor, _ in
                books.verifications.take(record, item, contractor)
            }
        case let record as RequisitionRecorded:
            settle(requisitions.take(record, item), item, &out)
        case let link as ContractorLink where item.origin == .command:
            let undo = item.type == .contractorUnlinked
            if let refusal = contractors.command(link, undo: undo, item) { out.refuse(item, refusal) }
        default:
            out.park(item, reason: "onboarding has no rule for \(item.type)")
        }
    }

    /// A record about somebody makes them known, once it is accepted.
    private mutating func take(
        _ record: some PersonalRecord, _ item: Item, _ out: inout Decisions,
        _ judge: (inout OnboardingBooks, Identifier, inout Decisions) -> RevisionBook.Verdict
    ) {
        guard let contractor = item.contractor else {
            return out.park(item, reason: "a record about somebody came without its contractor")
        }
        let verdict = judge(&self, contractor, &out)
        if verdict == .fresh { contractors.see(contractor, record, item) }
        settle(verdict, item, &out)
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
        contractors.finish(context, &out)
        engagements.finish(context, &out)
        enrolments.finish(context, &out)
        verifications.finish(context, &out)
        for opening in engagements.sortedOpenings { cases.open(opening, context, &out) }
        cases.settle(enrolments, verifications)
        cases.finish(context, &out)
        requisitions.finish(context, &out)
    }
}

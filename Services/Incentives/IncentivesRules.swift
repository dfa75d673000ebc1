import Contracts
import Database
import Messaging

/// What incentives decides: places in pools, premiums, stipends, grants and claims with their postings and budgets,
/// stories and priorities, from engagements, credentials, completed tasks and what people decided.
struct IncentivesRules: ServiceRules {
    static let service = ServiceName.incentives
    static let intake: [EventType] = [
        .earningsRecorded, .claimRecorded, .claimDecisionRecorded, .testimonialRecorded, .releaseRecorded,
        .paymentRecorded, .overrideRecorded, .briefRecorded,
    ]
    static let subscriptions: [EventType] = [
        .engagementAccepted, .engagementStarted, .engagementEnded, .engagementCancelled, .engagementRevised,
        .credentialIssued, .credentialCorrected, .credentialLapsed, .credentialRevoked, .credentialRenewed,
        .credentialSuspended, .contractorLinked, .contractorUnlinked, .enrolmentOpened, .enrolmentWithdrawn,
        .taskCompleted, .exposureRecorded,
    ]

    func loading(_ items: [Item], _ roster: Roster, again: Bool) -> Loading {
        Loading(items, roster, again: again)
    }

    func decide(
        _ items: [Item], _ loading: Loading, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions
    ) throws {
        let answers = loading.answers(rows)
        let settlement = answers.all(.settlement)
        var desk = RewardsDesk(
            facts: try FactBook(
                engagements: answers[.engagements], credentials: answers[.credentials], earnings: answers[.earnings]),
            rewards: try RewardBook(places: answers[.places], grants: answers[.grants], uses: answers[.uses]),
            records: RecordBook(try answers[.records].map(RecordStatements.revisions) ?? RevisionBook()),
            settlement: settlement.isEmpty ? nil : try SettlementBook(settlement, now: context.now), context: context)
        desk.take(items, &out)
        desk.finish(&out)
    }
}

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

    func queries(for items: [Item], _ roster: Roster) throws -> [Call] {
        Loading(items, roster, again: false).calls
    }

    func queriesAgain(for items: [Item], _ roster: Roster) throws -> [Call] {
        Loading(items, roster, again: true).calls
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        let answers = try Loading.answers(loaded)
        var desk = RewardsDesk(
            facts: try answers.core.map {
                try FactBook(engagements: $0[0], credentials: $0[1], earnings: $0[2])
            } ?? FactBook(),
            rewards: try answers.core.map { try RewardBook(places: $0[3], grants: $0[4], uses: $0[5]) }
                ?? RewardBook(),
            records: RecordBook(try answers.records.map(RecordStatements.revisions) ?? RevisionBook()),
            settlement: try answers.settlement.map { try SettlementBook($0, now: context.now) }, context: context)
        desk.take(items, &out)
        desk.finish(&out)
    }
}

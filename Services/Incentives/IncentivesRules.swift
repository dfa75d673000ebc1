import Contracts
import Database
import Messaging

/// What incentives decides: places in pools, premiums and their postings, from engagements and credentials.
struct IncentivesRules: ServiceRules {
    static let service = ServiceName.incentives
    static let intake: [EventType] = [.earningsRecorded]
    static let subscriptions: [EventType] = [
        .engagementAccepted, .engagementStarted, .engagementEnded, .engagementCancelled, .engagementRevised,
        .credentialIssued, .credentialCorrected, .credentialLapsed, .credentialRevoked,
        .contractorLinked, .contractorUnlinked,
    ]

    func queries(for items: [Item]) throws -> [Call] {
        var engagements: Set<Identifier> = []
        var credentials: Set<Identifier> = []
        var earnings: Set<EarningFact.Key> = []
        var rewarded: [Item] = []
        for item in items {
            switch item.payload {
            case let earning as EarningsRecorded:
                earnings.insert(EarningFact.key(of: earning, from: item.source))
                continue
            case let engagement as EngagementState: engagements.insert(engagement.engagement)
            case let credential as CredentialState: credentials.insert(credential.credential)
            default: break
            }
            rewarded.append(item)
        }
        let group = Parameter.uuids(rewarded.contractorKeys)
        let byCredential = [group, .uuids(credentials.sorted())]
        let keys = earnings.sorted()
        return [
            Call(FactStatements.loadEngagements, [group, .uuids(engagements.sorted())]),
            Call(FactStatements.loadCredentials, byCredential),
            Call(
                FactStatements.loadEarnings,
                [.texts(keys.map(\.source)), .texts(keys.map(\.id)), .int8s(keys.map(\.revision))]),
            Call(PoolStatements.load, byCredential),
            Call(PremiumStatements.loadGrants, byCredential),
            Call(PremiumStatements.loadUses, byCredential),
        ]
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var desk = RewardsDesk(
            facts: try FactBook(engagements: loaded[0], credentials: loaded[1], earnings: loaded[2]),
            rewards: try RewardBook(places: loaded[3], grants: loaded[4], uses: loaded[5]), context: context)
        for item in items { desk.take(item, &out) }
        desk.finish(&out)
    }
}

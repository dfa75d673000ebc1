import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

/// A programme, the facts and rewards as they are kept, and a sequence of batches, without a server.
struct RewardsWorld {
    static let programme = PublishedProgramme(
        definition: ProgrammeDefinition(
            id: "oulad", title: "Open University", delivery: .external, participation: .voluntary, pathways: [],
            rewards: Rewards(
                pools: [Pool(id: "preferred", title: "Preferred")],
                premium: Premium(rateBasisPoints: 500, uses: 2, rounding: .halfEven))),
        version: 1, publishedAt: Timestamp(microseconds: 0))
    static let worker = Identifier.contractor(source: "oulad", workerId: "1")

    var roster = Roster()
    var facts = FactBook()
    var rewards = RewardBook()
    var postings: [Posting] = []
    var emissions: [Decisions.Emission] = []
    var last = Decisions()
    private var nextID: UInt64 = 0

    mutating func item(
        _ type: EventType, _ payload: any Payload, about contractor: Identifier = worker, related: [Identifier] = []
    ) -> Item {
        nextID += 1
        return Item(
            id: Identifier(high: 0, low: nextID), origin: type == .earningsRecorded ? .inbound : .event, type: type,
            source: "oulad", messageID: "\(nextID)", contractor: contractor, related: related,
            time: Timestamp(microseconds: 0), correlation: "", payload: payload)
    }

    /// Decides items as one batch and keeps what it wrote.
    mutating func batch(_ items: [Item]) {
        let context = DecisionContext(
            now: Timestamp(microseconds: 1_700_000_000_000_000), roster: roster,
            programmes: ProgrammeCatalogue([RewardsWorld.programme]))
        var desk = RewardsDesk(
            facts: FactBook(
                engagements: Array(facts.engagements.values), credentials: Array(facts.credentials.values),
                earnings: facts.earnings.map(\.key)),
            rewards: RewardBook(
                places: Array(rewards.places.values), grants: Array(rewards.grants.values),
                uses: Array(rewards.uses.values)),
            context: context)
        last = Decisions()
        for item in items { desk.take(item, &last) }
        desk.finish(&last)
        facts = desk.facts
        rewards = desk.rewards
        postings += desk.rewards.postings
        emissions += last.emissions
    }

    mutating func tell(_ payloads: any Payload...) {
        batch(payloads.map { item($0 is EngagementState ? .engagementRevised : .credentialCorrected, $0) })
    }

    /// (engagement, credential) of every use that stands.
    var uses: Set<[Int]> {
        Set(
            rewards.uses.values.filter(\.isOpen).map { [Int($0.claim.engagement.low), Int($0.claim.credential.low)] })
    }

    /// What every account holds that is not at zero.
    var balances: [String: Int64] {
        var balances: [String: Int64] = [:]
        for posting in postings {
            balances["\(posting.credit) \(posting.unit)", default: 0] += posting.amount
            balances["\(posting.debit) \(posting.unit)", default: 0] -= posting.amount
        }
        return balances.filter { $0.value != 0 }
    }

    /// Events of premiums and pools, in order: name and sequence.
    var announced: [String] {
        emissions.map { emission in
            let name = emission.type.name.split(separator: ".").dropFirst().prefix(2).joined(separator: ".")
            switch emission.payload {
            case let state as PremiumUseState: return "\(name) \(state.sequence)"
            case let state as PoolMembershipState: return "\(name) \(state.sequence)"
            default: return name
            }
        }
    }
}

extension EngagementState {
    /// An engagement for tests.
    static func made(
        _ number: Int, revision: Int64 = 1, _ status: EngagementStatus = .active, starts: String,
        occurred: String? = nil, value: Money? = nil, contractor: Identifier = RewardsWorld.worker
    ) throws -> EngagementState {
        let startsAt = try #require(Timestamp.day(starts))
        return EngagementState(
            engagement: .number(number), contractor: contractor, revision: revision, status: status, role: "AAA",
            occurredAt: occurred.flatMap(Timestamp.day) ?? startsAt, startsAt: startsAt, value: value)
    }
}

extension CredentialState {
    /// A credential for tests, valid for a year.
    static func made(
        _ number: Int, sequence: Int64 = 1, _ status: CredentialStatus = .valid, awarded: String,
        contractor: Identifier = RewardsWorld.worker, version: Int64 = 1
    ) throws -> CredentialState {
        let awardedAt = try #require(Timestamp.day(awarded))
        return CredentialState(
            credential: .number(number), contractor: contractor, programme: "oulad", programmeVersion: version,
            pathway: "AAA", offering: "AAA-2013J", achievement: "AAA-2013J", status: status, awardedAt: awardedAt,
            validFrom: awardedAt, validUntil: awardedAt.adding(months: 12), sequence: sequence)
    }
}

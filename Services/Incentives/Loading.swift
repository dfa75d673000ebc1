import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others.
struct Loading: BatchLoading {
    /// What can be asked.
    enum Part {
        case engagements
        case credentials
        case earnings
        case places
        case grants
        case uses
        case records
        case settlement
    }

    private var questions = Questions<Part>()

    /// The statements.
    var calls: [Call] { questions.calls }

    /// - Parameter again: whether the batch took for new what belonged to somebody else: engagements and credentials are
    ///   looked for by their ids as well, which nearly never finds more.
    init(_ items: [Item], _ roster: Roster, again: Bool) {
        var engagements: [Identifier] = []
        var credentials: [Identifier] = []
        var earnings: [EarningFact.Key] = []
        var records: [Identifier] = []
        var rewarded: [Item] = []
        var settled: [Item] = []
        for item in items {
            switch item.payload {
            case let engagement as EngagementState:
                engagements.append(engagement.engagement)
                rewarded.append(item)
            case let credential as CredentialState:
                credentials.append(credential.credential)
                rewarded.append(item)
            case is ContractorLink: rewarded.append(item)
            case is TimerFired:
                rewarded.append(item)
                settled.append(item)
            case let earning as EarningsRecorded: earnings.append(EarningFact.key(of: earning, from: item.source))
            case let record as any InboundRecord:
                records.append(RecordFact.id(item.type, source: item.source, id: record.id))
            default: break
            }
        }
        if !rewarded.isEmpty {
            let group = Parameter.uuids(roster.everybody(with: rewarded.contractorKeys))
            let named = Parameter.uuids(again ? credentials.sortedUnique() : [])
            questions.ask(
                .engagements, FactStatements.loadEngagements, group, .uuids(again ? engagements.sortedUnique() : []))
            questions.ask(.credentials, FactStatements.loadCredentials, group, named)
            questions.ask(.places, PoolStatements.load, group, named)
            questions.ask(.grants, PremiumStatements.loadGrants, group, named)
            questions.ask(.uses, PremiumStatements.loadUses, group, named)
        }
        if !earnings.isEmpty {
            let keys = earnings.sortedUnique()
            questions.ask(
                .earnings, FactStatements.loadEarnings, .texts(keys.map(\.source)), .texts(keys.map(\.id)),
                .int8s(keys.map(\.revision)))
        }
        if !records.isEmpty { questions.ask(.records, RecordStatements.loadRevisions, .uuids(records.sortedUnique())) }
        if !settled.isEmpty {
            for call in SettlementBook.calls(settled.contractorKeys) { questions.ask(.settlement, call) }
        }
    }

    /// The answers by what was asked.
    func answers(_ rows: [Rows]) -> Answers<Part> { questions.answers(rows) }
}

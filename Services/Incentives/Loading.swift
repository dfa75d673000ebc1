import Contracts
import Database
import Messaging

/// The tables that a batch of items needs, and no others.
///
/// A batch of engagements, credentials and earnings asks what it always asked. What else was asked for stands in a last
/// answer, which is there only then.
struct Loading {
    /// What the queries found.
    struct Answers {
        /// Engagements, credentials, earnings, places, premium grants and uses.
        var core: [Rows]?
        /// Revisions of outside records.
        var records: Rows?
        /// What a settlement needs, in the order of ``SettlementBook/calls(_:)``.
        var settlement: [Rows]?
    }

    private static let mask = Statement("SELECT $1::int8")
    static let all = [mask]
    private static let coreCount = 6

    /// The statements, the one that names the others last.
    let calls: [Call]

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
        var calls: [Call] = []
        let hasCore = !rewarded.isEmpty || !earnings.isEmpty
        if hasCore {
            let contractors = roster.everybody(with: rewarded.contractorKeys)
            calls += Loading.core(contractors, again ? engagements : [], again ? credentials : [], earnings)
        }
        if !records.isEmpty { calls.append(Call(RecordStatements.loadRevisions, [.uuids(records.sortedUnique())])) }
        if !settled.isEmpty { calls += SettlementBook.calls(settled.contractorKeys) }
        if !records.isEmpty || !settled.isEmpty {
            let asked: Int64 = (hasCore ? 1 : 0) | (records.isEmpty ? 0 : 2) | (settled.isEmpty ? 0 : 4)
            calls.append(Call(Loading.mask, [.int8(asked)]))
        }
        self.calls = calls
    }

    private static func core(
        _ contractors: [Identifier], _ engagements: [Identifier], _ credentials: [Identifier],
        _ earnings: [EarningFact.Key]
    ) -> [Call] {
        let group = Parameter.uuids(contractors)
        let byCredential = [group, .uuids(credentials.sortedUnique())]
        let keys = earnings.sortedUnique()
        return [
            Call(FactStatements.loadEngagements, [group, .uuids(engagements.sortedUnique())]),
            Call(FactStatements.loadCredentials, byCredential),
            Call(
                FactStatements.loadEarnings,
                [.texts(keys.map(\.source)), .texts(keys.map(\.id)), .int8s(keys.map(\.revision))]),
            Call(PoolStatements.load, byCredential),
            Call(PremiumStatements.loadGrants, byCredential),
            Call(PremiumStatements.loadUses, byCredential),
        ]
    }

    /// The answers by what was asked.
    static func answers(_ loaded: [Rows]) throws -> Answers {
        guard let last = loaded.last else { return Answers() }
        if loaded.count == coreCount { return Answers(core: loaded) }
        let asked = try last.only().int64(0)
        var rest = loaded.dropLast()
        var answers = Answers()
        if asked & 1 != 0 {
            answers.core = Array(rest.prefix(coreCount))
            rest = rest.dropFirst(coreCount)
        }
        if asked & 2 != 0 { answers.records = rest.popFirst() }
        if asked & 4 != 0 { answers.settlement = Array(rest) }
        return answers
    }
}

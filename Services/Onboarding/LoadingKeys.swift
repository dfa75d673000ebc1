import Contracts
import Messaging

/// The keys of everything that a batch of items touches, sorted, each once.
struct LoadingKeys {
    /// Contractors whom records are about.
    let contractors: [Identifier]
    let persons: [Identifier]
    /// Contractors that an operator's command names.
    let commanded: [Identifier]
    let engagements: [RecordKey]
    let consents: [RecordKey]
    /// Contractors whose consents decide whether a record about them is taken in.
    let consulted: [Identifier]
    let verifications: [RecordKey]
    /// Further records.
    let records: [Identifier]
    /// Sign-up links that were followed.
    let links: [Identifier]
    let agreements: [(source: String, madeAt: Timestamp)]
    /// Contractors who are settled with everything known of them.
    let settled: [Identifier]
    /// Engagements that somebody asks about.
    let asked: [Identifier]

    init(_ items: [Item]) {
        var gathered = Gathered()
        for item in items { gathered.take(item) }
        gathered.contractors.formUnion(gathered.commanded)
        contractors = gathered.contractors.sorted()
        persons = gathered.persons.sorted()
        commanded = gathered.commanded.sorted()
        engagements = gathered.engagements.sorted()
        consents = gathered.consents.sorted()
        consulted = gathered.consulted.sorted()
        verifications = gathered.verifications.sorted()
        records = gathered.records.sorted()
        links = gathered.links.sorted()
        agreements = gathered.agreements
        settled = gathered.settled.sorted()
        asked = gathered.asked.sorted()
    }

    /// The keys while they are gathered.
    private struct Gathered {
        var contractors: Set<Identifier> = []
        var persons: Set<Identifier> = []
        var commanded: Set<Identifier> = []
        var engagements: Set<RecordKey> = []
        var consents: Set<RecordKey> = []
        var consulted: Set<Identifier> = []
        var verifications: Set<RecordKey> = []
        var records: Set<Identifier> = []
        var links: Set<Identifier> = []
        var agreements: [(source: String, madeAt: Timestamp)] = []
        var settled: Set<Identifier> = []
        var asked: Set<Identifier> = []

        mutating func take(_ item: Item) {
            switch item.payload {
            case let record as EngagementRecorded:
                let id = Identifier.engagement(source: item.source, id: record.id)
                engagements.insert(RecordKey(record: id, revision: record.revision))
            case let record as ConsentRecorded:
                let id = EnrolmentBook.id(source: item.source, id: record.id)
                consents.insert(RecordKey(record: id, revision: record.revision))
            case let record as VerificationRecorded:
                let id = VerificationBook.id(source: item.source, id: record.id)
                verifications.insert(RecordKey(record: id, revision: record.revision))
            case let record as StepRecorded: log(.step, item, record)
            case let record as PreferenceRecorded: log(.preference, item, record)
            case let record as DiscoveryRecorded: log(.discovery, item, record)
            case let record as InvitationRecorded:
                log(.invitation, item, record)
                consulted.formUnion([item.contractor].compactMap { $0 })
            case let record as SignUpRecorded:
                log(.signUp, item, record)
                links.insert(SignUpLink.id(of: record.link))
                consulted.formUnion([item.contractor].compactMap { $0 })
            case let record as AgreementRecorded:
                log(.agreement, item, record)
                agreements.append((item.source, record.eventTime))
            case let link as ContractorLink: commanded.formUnion([link.contractor, link.canonical])
            case let question as BillingQueryAsked:
                let id = Identifier.engagement(source: question.source, id: question.engagement)
                asked.insert(id)
            case is CredentialState, is TimeState, is ExperimentState: return
            case is TimerFired: return settled.formUnion([item.contractor].compactMap { $0 })
            default: break
            }
            if let contractor = item.contractor { contractors.insert(contractor) }
            contractors.formUnion(item.related)
            if let personID = (item.payload as? any InboundRecord)?.about?.personId {
                persons.insert(ContractorIdentity.person(source: item.source, personID: personID))
            }
        }

        private mutating func log(_ kind: RecordedFact.Kind, _ item: Item, _ record: some InboundRecord) {
            records.insert(RecordedFact.id(kind, source: item.source, id: record.id))
        }
    }
}

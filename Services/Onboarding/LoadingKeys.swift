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
        gathered.contractors += gathered.commanded
        contractors = gathered.contractors.sortedUnique()
        persons = gathered.persons.sortedUnique()
        commanded = gathered.commanded.sortedUnique()
        engagements = gathered.engagements.sortedUnique()
        consents = gathered.consents.sortedUnique()
        consulted = gathered.consulted.sortedUnique()
        verifications = gathered.verifications.sortedUnique()
        records = gathered.records.sortedUnique()
        links = gathered.links.sortedUnique()
        agreements = gathered.agreements
        settled = gathered.settled.sortedUnique()
        asked = gathered.asked.sortedUnique()
    }

    /// The keys while they are gathered, some more than once.
    private struct Gathered {
        var contractors: [Identifier] = []
        var persons: [Identifier] = []
        var commanded: [Identifier] = []
        var engagements: [RecordKey] = []
        var consents: [RecordKey] = []
        var consulted: [Identifier] = []
        var verifications: [RecordKey] = []
        var records: [Identifier] = []
        var links: [Identifier] = []
        var agreements: [(source: String, madeAt: Timestamp)] = []
        var settled: [Identifier] = []
        var asked: [Identifier] = []

        mutating func take(_ item: Item) {
            switch item.payload {
            case let record as EngagementRecorded:
                let id = Identifier.engagement(source: item.source, id: record.id)
                engagements.append(RecordKey(record: id, revision: record.revision))
            case let record as ConsentRecorded:
                let id = EnrolmentBook.id(source: item.source, id: record.id)
                consents.append(RecordKey(record: id, revision: record.revision))
            case let record as VerificationRecorded:
                let id = VerificationBook.id(source: item.source, id: record.id)
                verifications.append(RecordKey(record: id, revision: record.revision))
            case let record as StepRecorded: log(.step, item, record)
            case let record as PreferenceRecorded: log(.preference, item, record)
            case let record as DiscoveryRecorded: log(.discovery, item, record)
            case let record as InvitationRecorded:
                log(.invitation, item, record)
                consulted += [item.contractor].compactMap { $0 }
            case let record as SignUpRecorded:
                log(.signUp, item, record)
                links.append(SignUpLink.id(of: record.link))
                consulted += [item.contractor].compactMap { $0 }
            case let record as AgreementRecorded:
                log(.agreement, item, record)
                agreements.append((item.source, record.eventTime))
            case let link as ContractorLink: commanded += [link.contractor, link.canonical]
            case let question as BillingQueryAsked:
                let id = Identifier.engagement(source: question.source, id: question.engagement)
                asked.append(id)
            case is CredentialState, is TimeState, is ExperimentState: return
            case is TimerFired: return settled += [item.contractor].compactMap { $0 }
            default: break
            }
            if let contractor = item.contractor { contractors.append(contractor) }
            contractors += item.related
            if let personID = item.payload.about?.personId {
                persons.append(ContractorIdentity.person(source: item.source, personID: personID))
            }
        }

        private mutating func log(_ kind: RecordedFact.Kind, _ item: Item, _ record: some InboundRecord) {
            records.append(RecordedFact.id(kind, source: item.source, id: record.id))
        }
    }
}

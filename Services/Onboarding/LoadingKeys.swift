import Contracts
import Messaging

/// The keys of everything that a batch of items touches, sorted, each once.
struct LoadingKeys {
    let contractors: [Identifier]
    let persons: [Identifier]
    /// Contractors that an operator's command names.
    let commanded: [Identifier]
    let engagements: [RecordKey]
    let consents: [RecordKey]
    let verifications: [RecordKey]
    let requisitions: [RecordKey]

    init(_ items: [Item]) {
        var contractors = Set(items.contractorKeys)
        var persons: Set<Identifier> = []
        var commanded: Set<Identifier> = []
        var engagements: Set<RecordKey> = []
        var consents: Set<RecordKey> = []
        var verifications: Set<RecordKey> = []
        var requisitions: Set<RecordKey> = []
        for item in items {
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
            case let record as RequisitionRecorded:
                let id = RequisitionBook.id(source: item.source, id: record.id)
                requisitions.insert(RecordKey(record: id, revision: record.revision))
            case let link as ContractorLink:
                commanded.formUnion([link.contractor, link.canonical])
            default: break
            }
            if let personID = (item.payload as? any InboundRecord)?.about?.personId {
                persons.insert(ContractorIdentity.person(source: item.source, personID: personID))
            }
        }
        contractors.formUnion(commanded)
        self.contractors = contractors.sorted()
        self.persons = persons.sorted()
        self.commanded = commanded.sorted()
        self.engagements = engagements.sorted()
        self.consents = consents.sorted()
        self.verifications = verifications.sorted()
        self.requisitions = requisitions.sorted()
    }
}

import Contracts
import Messaging

/// A revision of a step, sign-up, invitation, discovery, preference or agreement, as its source recorded it.
struct RecordedFact: Sendable {
    /// What kind of record a row holds.
    enum Kind: String, Sendable {
        case agreement
        case discovery
        case invitation
        case preference
        case signUp = "sign-up"
        case step

        /// The record that a row's JSON stands for.
        func read(_ json: String) throws -> any InboundRecord {
            let bytes = Array(json.utf8)
            return switch self {
            case .agreement: try AgreementRecorded.decode(bytes).get()
            case .discovery: try DiscoveryRecorded.decode(bytes).get()
            case .invitation: try InvitationRecorded.decode(bytes).get()
            case .preference: try PreferenceRecorded.decode(bytes).get()
            case .signUp: try SignUpRecorded.decode(bytes).get()
            case .step: try StepRecorded.decode(bytes).get()
            }
        }
    }

    let key: RecordKey
    let kind: Kind
    /// Whom it is about; nobody, where it is an agreement.
    let contractor: Identifier?
    let source: String
    /// The invitation whose link was followed, of a sign-up.
    let invitation: Identifier?
    let record: any InboundRecord
    let content: RecordContent

    init(
        kind: Kind, contractor: Identifier?, source: String, invitation: Identifier? = nil, _ record: any InboundRecord
    ) {
        key = RecordKey(
            record: RecordedFact.id(kind, source: source, id: record.id), revision: record.revision)
        self.kind = kind
        self.contractor = contractor
        self.source = source
        self.invitation = invitation
        self.record = record
        content = RecordContent(record)
    }

    /// The id of a record.
    static func id(_ kind: Kind, source: String, id: String) -> Identifier {
        Identifier.derived(kind == .step ? "onboarding-step" : kind.rawValue, source, id)
    }

    /// By what the world did first; the later revision and then the greater record among equals.
    static func precedes(_ left: RecordedFact, _ right: RecordedFact) -> Bool {
        if left.record.eventTime != right.record.eventTime { return left.record.eventTime < right.record.eventTime }
        if left.key.revision != right.key.revision { return left.key.revision < right.key.revision }
        return left.key.record < right.key.record
    }

    /// Of each record the highest revision, in order of event time.
    static func standing(_ facts: some Sequence<RecordedFact>) -> [RecordedFact] {
        var highest: [Identifier: RecordedFact] = [:]
        for fact in facts where fact.key.revision >= highest[fact.key.record]?.key.revision ?? .min {
            highest[fact.key.record] = fact
        }
        return highest.values.sorted(by: precedes)
    }
}

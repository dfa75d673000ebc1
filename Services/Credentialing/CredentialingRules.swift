import Contracts
import Database
import Messaging
import Programmes

/// What credentialing decides: credentials from outcomes, their lapse, and whose they are.
struct CredentialingRules: ServiceRules {
    static let service = ServiceName.credentialing
    static let intake: [EventType] = []
    static let subscriptions: [EventType] = [
        .outcomeDecided, .outcomeCorrected, .contractorLinked, .contractorUnlinked,
    ]

    private let document: CredentialDocument
    private let signer: any CredentialSigner
    private let salt: @Sendable () -> [UInt8]

    /// The rules of an issuer, with its key and its source of randomness.
    init(issuer: Issuer, signer: any CredentialSigner, salt: @escaping @Sendable () -> [UInt8]) {
        document = CredentialDocument(issuer: issuer)
        self.signer = signer
        self.salt = salt
    }

    func queries(for items: [Item]) throws -> [Call] {
        var credentials: Set<Identifier> = []
        var outcomes: Set<Identifier> = []
        var relinked: [Item] = []
        for item in items {
            switch item.payload {
            case let outcome as OutcomeState:
                outcomes.insert(outcome.outcome)
                credentials.insert(Credential.id(of: outcome.outcome))
            case let timer as TimerFired: credentials.insert(timer.key)
            default: relinked.append(item)
            }
        }
        return [
            Call(CredentialStatements.load, [.uuids(credentials.sorted()), .uuids(relinked.contractorKeys)]),
            Call(CredentialStatements.loadWithheld, [.uuids(outcomes.sorted())]),
        ]
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var desk = IssuingDesk(
            book: try CredentialBook(credentials: loaded[0], withheld: loaded[1]), context: context, salt: salt)
        for item in items { desk.decide(item, &out) }
        try desk.finish(document, signer, &out)
    }
}

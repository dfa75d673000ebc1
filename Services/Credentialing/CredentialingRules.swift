import Contracts
import Database
import Messaging
import OpenBadges
import Programmes

/// What credentialing decides: credentials from outcomes, their lapse, what people ask of them, and whose they are.
struct CredentialingRules: ServiceRules {
    static let service = ServiceName.credentialing
    static let intake: [EventType] = []
    static let subscriptions: [EventType] = [
        .outcomeDecided, .outcomeCorrected, .contractorLinked, .contractorUnlinked,
    ]

    private let issuer: Issuer
    private let vault: KeyVault
    private let permutation: StatusPermutation
    private let salt: @Sendable () -> [UInt8]

    /// The rules of an issuer, with the vault of its keys and its source of randomness.
    init(issuer: Issuer, vault: KeyVault, salt: @escaping @Sendable () -> [UInt8]) {
        self.issuer = issuer
        self.vault = vault
        self.salt = salt
        permutation = StatusPermutation(key: vault.derived("guildhall status list order/1"))
    }

    func queries(for items: [Item]) throws -> [Call] {
        var credentials: Set<Identifier> = []
        var outcomes: Set<Identifier> = []
        var contractors: Set<Identifier> = []
        var relinked: [Item] = []
        var requests: Set<Identifier> = []
        for item in items {
            switch item.payload {
            case let outcome as OutcomeState:
                outcomes.insert(outcome.outcome)
                contractors.insert(outcome.contractor)
                credentials.insert(Credential.id(of: outcome.outcome))
            case let timer as TimerFired where timer.kind == CredentialRequest.timer: requests.insert(timer.key)
            case let timer as TimerFired: credentials.insert(timer.key)
            default: relinked.append(item)
            }
        }
        return [
            Call(
                CredentialStatements.load,
                [
                    .uuids(credentials.sorted()), .uuids(relinked.contractorKeys), .uuids(requests.sorted()),
                ]),
            Call(CredentialStatements.loadWithheld, [.uuids(outcomes.sorted())]),
            Call(RequestStatements.load, [.uuids(requests.sorted())]),
            Call(KeyStatements.active),
            Call(StatusStatements.positions, [.int8(Int64(outcomes.count + requests.count))]),
            Call(ErasureStatements.load, [.uuids(contractors.sorted())]),
        ]
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var desk = IssuingDesk(
            book: try CredentialBook(credentials: loaded[0], withheld: loaded[1], erasures: loaded[5]),
            requests: try loaded[2].compactMap { try CredentialRequest(row: $0) }, context: context, salt: salt)
        for item in items { desk.decide(item, &out) }
        let places = try loaded[4].map { permutation.place(try $0.int64(0)) }
        let signer = CredentialSigner(issuer: issuer, keys: try KeyRing(loaded[3], vault))
        try desk.finish(CredentialDocument(issuer: issuer), signer, places, &out)
    }
}

import Contracts
import Database
import Messaging
import OpenBadges
import Programmes

/// What credentialing decides: credentials from outcomes, their lapse, what people ask of them, and whose they are.
struct CredentialingRules: ServiceRules {
    static let service = ServiceName.credentialing
    static let intake: [EventType] = [.credentialQueryAsked]
    static let subscriptions: [EventType] = [
        .outcomeDecided, .outcomeCorrected, .renewalPassed, .contractorLinked, .contractorUnlinked,
    ]

    private let issuer: Issuer
    private let document: CredentialDocument
    private let vault: KeyVault
    private let permutation: StatusPermutation
    private let salt: @Sendable () -> [UInt8]

    /// The rules of an issuer, with the vault of its keys and its source of randomness.
    init(issuer: Issuer, vault: KeyVault, salt: @escaping @Sendable () -> [UInt8]) {
        self.issuer = issuer
        document = CredentialDocument(issuer: issuer)
        self.vault = vault
        self.salt = salt
        permutation = StatusPermutation(key: vault.derived("guildhall status list order/1"))
    }

    func loading(_ items: [Item], _ roster: Roster, again _: Bool) -> Loading {
        Loading(items, roster)
    }

    func decide(
        _ items: [Item], _ loading: Loading, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions
    ) throws {
        let answers = loading.answers(rows)
        var desk = IssuingDesk(
            book: try CredentialBook(
                credentials: answers.certain(.credentials), withheld: answers.certain(.withheld),
                erasures: answers.certain(.erasures), renewals: answers[.renewals]),
            requests: try answers.certain(.requests).compactMap { try CredentialRequest(row: $0) }, context: context,
            salt: salt)
        let questions = try questionDesk(answers, context)
        for item in items {
            switch item.payload {
            case let question as CredentialQueryAsked: questions?.decide(question, item, &out)
            case let command as AccessCommand: AccessRules.decide(command, item, &out)
            case let asked as EffectsAsked: EffectsDesk(book: desk.book, context: context).decide(asked, item, &out)
            default: desk.decide(item, &out)
            }
        }
        let places = try answers.certain(.positions).map { permutation.place(try $0.int64(0)) }
        let signer = CredentialSigner(issuer: issuer, keys: try KeyRing(answers.certain(.keys), vault))
        try desk.finish(document, signer, places, &out)
    }

    /// The desk of a batch that holds questions.
    private func questionDesk(
        _ answers: Answers<Loading.Part>, _ context: DecisionContext
    ) throws -> QuestionDesk? {
        guard let held = answers[.held] else { return nil }
        var keys = [issuer.verificationMethod(try firstKey.id): try firstKey.publicKey]
        for row in answers.certain(.publishedKeys) {
            guard let key = try PublishedKey(row: row), key.algorithm == .ed25519 else { continue }
            // A compromised key vouches for nothing, the first one included.
            keys[issuer.verificationMethod(key.id)] = key.state == .compromised ? nil : key.publicKey
        }
        return QuestionDesk(
            book: try QuestionBook(held: held, named: answers.certain(.named), keys: keys), context: context)
    }

    /// The key that signs before any is on record.
    private var firstKey: (id: String, publicKey: [UInt8]) {
        get throws { try KeyAlgorithm.ed25519.identity(of: vault.firstSecret(.ed25519)) }
    }
}

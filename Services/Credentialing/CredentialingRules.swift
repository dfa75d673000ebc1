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

    func queries(for items: [Item], _ roster: Roster) throws -> [Call] {
        var credentials: Set<Identifier> = []
        var outcomes: Set<Identifier> = []
        var contractors: Set<Identifier> = []
        var relinked: [Item] = []
        var requests: Set<Identifier> = []
        var renewals = 0
        // Renewals are asked for where an item is about one, or may be: nothing of the kind happens to what is assessed
        // elsewhere.
        var isAboutRenewals = false
        var questions: [CredentialQueryAsked] = []
        for item in items {
            switch item.payload {
            case let outcome as OutcomeState:
                outcomes.insert(outcome.outcome)
                contractors.insert(outcome.contractor)
                credentials.insert(Credential.id(of: outcome.outcome))
                if outcome.verdict != nil { isAboutRenewals = true }
            case let renewal as RenewalState:
                credentials.insert(renewal.credential)
                contractors.insert(renewal.contractor)
                renewals += 1
                isAboutRenewals = true
            case let asked as EffectsAsked:
                credentials.insert(asked.credential)
                isAboutRenewals = true
            case let question as CredentialQueryAsked: questions.append(question)
            case is AccessCommand: continue
            case let timer as TimerFired where timer.kind == CredentialRequest.timer:
                requests.insert(timer.key)
                isAboutRenewals = true
            case let timer as TimerFired where timer.kind == RenewalOpening.timer:
                credentials.insert(CredentialTimer.renewal.credential(of: timer.key))
                isAboutRenewals = true
            case let timer as TimerFired where timer.kind == SuspensionEnd.timer:
                credentials.insert(CredentialTimer.suspension.credential(of: timer.key))
            case let timer as TimerFired: credentials.insert(timer.key)
            default: relinked.append(item)
            }
        }
        var calls = [
            Call(
                CredentialStatements.load,
                [
                    .uuids(credentials.sorted()), .uuids(roster.everybody(with: relinked.contractorKeys)),
                    .uuids(requests.sorted()),
                ]),
            Call(CredentialStatements.loadWithheld, [.uuids(outcomes.sorted())]),
            Call(RequestStatements.load, [.uuids(requests.sorted())]),
            Call(KeyStatements.active),
            Call(StatusStatements.positions, [.int8(Int64(outcomes.count + requests.count + renewals))]),
            Call(ErasureStatements.load, [.uuids(contractors.sorted())]),
        ]
        if isAboutRenewals {
            calls.append(
                Call(RenewalStatements.load, [.uuids(credentials.sorted()), .uuids(requests.sorted())]))
        }
        if questions.isEmpty { return calls }
        return calls + [
            Call(QuestionStatements.held, [.uuids(Set(questions.compactMap(\.subject)).sorted())]),
            Call(QuestionStatements.named, [.uuids(Set(questions.compactMap(\.credential)).sorted())]),
            Call(KeyStatements.published),
        ]
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var rest = loaded.dropFirst(6)
        // What questions need comes in threes, after the renewals.
        let renewals = rest.count % 3 == 1 ? rest.popFirst() : nil
        var desk = IssuingDesk(
            book: try CredentialBook(
                credentials: loaded[0], withheld: loaded[1], erasures: loaded[5], renewals: renewals),
            requests: try loaded[2].compactMap { try CredentialRequest(row: $0) }, context: context, salt: salt)
        let questions = try questionDesk(Array(rest), context)
        for item in items {
            switch item.payload {
            case let question as CredentialQueryAsked: questions?.decide(question, item, &out)
            case let command as AccessCommand: AccessRules.decide(command, item, &out)
            case let asked as EffectsAsked: EffectsDesk(book: desk.book, context: context).decide(asked, item, &out)
            default: desk.decide(item, &out)
            }
        }
        let places = try loaded[4].map { permutation.place(try $0.int64(0)) }
        let signer = CredentialSigner(issuer: issuer, keys: try KeyRing(loaded[3], vault))
        try desk.finish(document, signer, places, &out)
    }

    /// The desk of a batch that holds questions.
    private func questionDesk(_ loaded: [Rows], _ context: DecisionContext) throws -> QuestionDesk? {
        guard loaded.count == 3 else { return nil }
        var keys = [issuer.verificationMethod(try firstKey.id): try firstKey.publicKey]
        for row in loaded[2] {
            guard let key = try PublishedKey(row: row), key.algorithm == .ed25519 else { continue }
            // A compromised key vouches for nothing, the first one included.
            keys[issuer.verificationMethod(key.id)] = key.state == .compromised ? nil : key.publicKey
        }
        return QuestionDesk(
            book: try QuestionBook(held: loaded[0], named: loaded[1], keys: keys), context: context)
    }

    /// The key that signs before any is on record.
    private var firstKey: (id: String, publicKey: [UInt8]) {
        get throws { try KeyAlgorithm.ed25519.identity(of: vault.firstSecret(.ed25519)) }
    }
}

import Contracts
import Database
import Messaging
import OpenBadges
import Programmes
import Testing

@testable import CredentialingService

/// A programme, an issuer and a sequence of batches, without a server.
struct CredentialingWorld {
    static let programme = PublishedProgramme(
        definition: ProgrammeDefinition(
            id: "oulad", title: "Open University", delivery: .external, participation: .voluntary,
            pathways: [
                Pathway(
                    id: "AAA", title: "Module AAA", role: "AAA", passMark: Decimal6(40),
                    credential: CredentialDefinition(
                        name: "AAA passed", description: "Passed the module.",
                        criteria: "A weighted mean of 40 or more.",
                        revocation: [RevocationCondition(id: "fraud", text: "Somebody else did the work.")]),
                    offerings: [])
            ], rewards: Rewards()),
        version: 1, publishedAt: Timestamp(microseconds: 0))
    /// A programme whose credentials can be renewed, counted from the day of completion or (`BBB`) from the old expiry.
    static let renewing = PublishedProgramme(
        definition: ProgrammeDefinition(
            id: "retail", title: "Retail", delivery: .guildhall, participation: .voluntary,
            pathways: [("AAA", RenewalBase.completion), ("BBB", .expiry)].map { id, base in
                Pathway(
                    id: id, title: "Till", role: "till", passMark: Decimal6(40),
                    credential: CredentialDefinition(
                        name: "Till", description: "Can work a till.", criteria: "Two layers.",
                        revocation: [RevocationCondition(id: "fraud", text: "Somebody else did the work.")],
                        renewal: base, renewalPath: RenewalPath(opensDaysBefore: 30)),
                    offerings: [])
            }, rewards: Rewards()),
        version: 1, publishedAt: Timestamp(microseconds: 0))
    static let issuer = Issuer(base: "https://guildhall.example", name: "Guildhall")
    static let contractor = Identifier.contractor(source: "oulad", workerId: "oulad:1")

    static let vault = KeyVault(master: Array(repeating: 7, count: 32))

    let signer: CredentialSigner
    var requests: [CredentialRequest] = []
    private var nextPlace: Int64 = 0
    var now: Timestamp
    var roster = Roster()
    var credentials: [Identifier: Credential] = [:]
    var withheld: [Identifier: Int64] = [:]
    var erasures: [Identifier: Timestamp] = [:]
    var renewals: [Identifier: Renewal] = [:]
    var emissions: [Decisions.Emission] = []
    var timers: [Identifier: TimerRequest] = [:]
    var last = Decisions()
    private var nextID: UInt64 = 0

    init(now: String) throws {
        let vault = CredentialingWorld.vault
        signer = CredentialSigner(
            issuer: CredentialingWorld.issuer,
            keys: try KeyRing(embedded: vault.firstSecret(.ed25519), token: vault.firstSecret(.p256)))
        self.now = try #require(UTCMoment.parse(now))
    }

    mutating func item(_ type: EventType, _ payload: any Payload, related: [Identifier] = []) -> Item {
        nextID += 1
        return Item(
            id: Identifier(high: 0, low: nextID), origin: .event, type: type, source: "guildhall",
            messageID: "\(nextID)",
            contractor: CredentialingWorld.contractor, related: related, time: now, correlation: "", payload: payload)
    }

    /// Decides items as one batch and carries the decisions out.
    mutating func batch(_ items: [Item]) throws {
        let context = DecisionContext(
            now: now, roster: roster,
            programmes: ProgrammeCatalogue([CredentialingWorld.programme, CredentialingWorld.renewing]))
        var desk = IssuingDesk(
            book: CredentialBook(
                credentials: Array(credentials.values), withheld: withheld, erasures: erasures,
                renewals: items.contains(where: isAboutRenewals) ? Array(renewals.values) : nil),
            requests: requests, context: context, salt: { Array(repeating: 1, count: 16) })
        last = Decisions()
        for item in items { desk.decide(item, &last) }
        let places = items.map { _ in
            nextPlace += 1
            return StatusPlace(list: 0, index: Int32(nextPlace))
        }
        try desk.finish(CredentialDocument(issuer: CredentialingWorld.issuer), signer, places, &last)
        requests = []
        credentials = desk.book.credentials
        withheld = desk.book.withheld
        erasures = desk.book.erasures
        if let book = desk.book.renewals {
            let told = items.compactMap { ($0.payload as? RenewalState)?.credential }
            let known = Set(Array(credentials.keys) + told + renewals.values.map(\.credential))
            let left = known.flatMap { book.renewals(of: $0) }
            renewals = Dictionary(left.map { ($0.id, $0) }) { first, _ in first }
        }
        emissions += last.emissions
        for key in last.cancelledTimers { timers[key] = nil }
        timers.merge(last.timers) { _, new in new }
    }

    /// Whether the service would ask for renewals because of an item.
    private func isAboutRenewals(_ item: Item) -> Bool {
        switch item.payload {
        case let outcome as OutcomeState: outcome.verdict != nil
        case is RenewalState: true
        case let timer as TimerFired: [RenewalOpening.timer, CredentialRequest.timer].contains(timer.kind)
        default: false
        }
    }

    mutating func renew(_ states: RenewalState...) throws {
        try batch(states.map { item(.renewalPassed, $0) })
    }

    mutating func tell(_ outcomes: OutcomeState...) throws {
        try batch(outcomes.map { item(.outcomeDecided, $0) })
    }

    /// Carries a person's request through the door.
    mutating func ask(
        _ kind: CredentialRequest.Kind, of credential: Identifier, condition: String? = nil, reason: String? = nil,
        until: String? = nil, by: String = "R. Eviewer"
    ) throws {
        nextID += 1
        let id = Identifier(high: 1, low: nextID)
        requests = [
            CredentialRequest(
                id: id, credential: credential, kind: kind, condition: condition, reason: reason,
                until: until.flatMap(UTCMoment.parse), requestedBy: by)
        ]
        try batch([item(EventType("timer"), TimerFired(key: id, kind: CredentialRequest.timer, due: now))])
    }

    /// A request about a contractor, with the timer that carries it through the door.
    mutating func wish(
        _ kind: CredentialRequest.Kind, of contractor: Identifier = CredentialingWorld.contractor,
        reason: String? = "Request 12.", outside: OutsideCredential? = nil
    ) -> Item {
        nextID += 1
        let id = Identifier(high: 1, low: nextID)
        requests.append(
            CredentialRequest(
                id: id, credential: nil, kind: kind, condition: nil, reason: reason, until: nil,
                requestedBy: "R. Eviewer", contractor: contractor, outside: outside))
        return item(EventType("timer"), TimerFired(key: id, kind: CredentialRequest.timer, due: now))
    }

    /// What the last batch wrote into a table, as the statements' parameters do not tell.
    func wrote(_ statement: Statement) -> Int {
        last.writes.filter { $0.statement == statement }.count
    }

    /// Fires every timer that is due.
    mutating func fireTimers() throws {
        let due = timers.values.filter { $0.due <= now }.sorted { $0.key < $1.key }
        for timer in due { timers[timer.key] = nil }
        try batch(due.map { item(EventType("timer"), TimerFired(key: $0.key, kind: $0.kind, due: $0.due)) })
    }

    /// What was announced of a credential, in order: event and sequence.
    func announced(_ id: Identifier) -> [String] {
        emissions.compactMap { emission in
            guard let state = emission.payload as? CredentialState, state.credential == id else { return nil }
            let name = emission.type.name.split(separator: ".")
            let event = name[1] == "credential-renewal" ? "renewal-\(name[2])" : "\(name[2])"
            return "\(event) \(state.sequence) \(state.status.rawValue)"
        }
    }

    /// What was announced of a credential last.
    func told(_ id: Identifier) -> CredentialState? {
        emissions.compactMap { $0.payload as? CredentialState }.last { $0.credential == id }
    }
}

extension RenewalState {
    /// A renewal for tests.
    static func made(
        _ number: Int = 1, of credential: Identifier, passed: String, score: Int64 = 81, isWithdrawn: Bool = false,
        sequence: Int64 = 1
    ) -> RenewalState {
        RenewalState(
            renewal: .derived("test-renewal", "\(number)"), credential: credential,
            contractor: CredentialingWorld.contractor, programme: "retail", programmeVersion: 1, pathway: "AAA",
            offering: "AAA-2013J", passedAt: UTCMoment.parse(passed) ?? Timestamp(microseconds: 0),
            score: Decimal6(score), isWithdrawn: isWithdrawn, sequence: sequence)
    }
}

extension OutcomeState {
    /// An outcome of what Guildhall assesses itself.
    static func assessed(
        _ number: Int = 1, sequence: Int64 = 1, passed: Bool = true, awarded: String? = "2014-03-31",
        score: Int64 = 72, pathway: String = "AAA"
    ) -> OutcomeState {
        var outcome = made(number, sequence: sequence, passed: passed, awarded: awarded, score: score)
        outcome.programme = "retail"
        outcome.pathway = pathway
        outcome.verdict = passed ? .pass : .fail
        outcome.attempt = "ATT-\(number)"
        outcome.rubricVersion = "7"
        return outcome
    }

    /// An outcome for tests.
    static func made(
        _ number: Int = 1, sequence: Int64 = 1, passed: Bool = true, awarded: String? = "2014-03-31",
        score: Int64 = 72, programmeVersion: Int64 = 1
    ) -> OutcomeState {
        OutcomeState(
            outcome: .derived("test-outcome", "\(number)"), enrolment: .derived("test-enrolment", "\(number)"),
            contractor: CredentialingWorld.contractor, programme: "oulad", programmeVersion: programmeVersion,
            pathway: "AAA", offering: "AAA-2013J", achievement: "AAA-2013J", passed: passed, score: Decimal6(score),
            awardedAt: passed ? awarded.flatMap(UTCMoment.parse) : nil, sequence: sequence)
    }
}

import Contracts
import Database
import Messaging
import OpenBadges
import Programmes

/// Decides one batch: folds its items into the book in order, then signs and writes what is left at the end.
struct IssuingDesk {
    var book: CredentialBook
    let context: DecisionContext
    private let salt: () -> [UInt8]
    private var requests: [Identifier: CredentialRequest]
    var unsigned: [Identifier: Pathway] = [:]
    private var answers: [Identifier: String] = [:]
    private var worker = WorkerDesk()

    /// A desk with the credentials that the batch touches.
    init(
        book: CredentialBook, requests: [CredentialRequest] = [], context: DecisionContext,
        salt: @escaping () -> [UInt8]
    ) {
        self.book = book
        self.requests = Dictionary(requests.map { ($0.id, $0) }) { first, _ in first }
        self.context = context
        self.salt = salt
    }

    /// Decides an item.
    mutating func decide(_ item: Item, _ out: inout Decisions) {
        switch item.payload {
        case let outcome as OutcomeState: decide(outcome, item, &out)
        case let renewal as RenewalState: decide(renewal, item, &out)
        case let timer as TimerFired: fire(timer, item, &out)
        case is ContractorLink: readdress(item, &out)
        default: out.park(item, reason: "credentialing has no rule for \(item.type.name)")
        }
    }

    private mutating func decide(_ outcome: OutcomeState, _ item: Item, _ out: inout Decisions) {
        guard !book.isOutdated(outcome) else { return }
        guard !book.isErased(outcome) else {
            book.withhold(Erasure.blank(outcome.outcome, sequence: outcome.sequence))
            return
        }
        let held = book.credentials[Credential.id(of: outcome.outcome)]
        if held == nil, !outcome.passed {
            book.withhold(outcome)
            return
        }
        var pathway: Pathway?
        if outcome.passed {
            pathway = find(outcome)
            guard pathway != nil else {
                out.park(
                    item,
                    reason: "version \(outcome.programmeVersion) of programme \(outcome.programme)"
                        + " with pathway \(outcome.pathway) is not published")
                return
            }
            guard outcome.awardedAt != nil else {
                out.park(item, reason: "the outcome is passed without a moment of award")
                return
            }
        }
        let terms = Issuing.Terms(
            holder: context.roster.canonical(of: outcome.contractor), definition: pathway?.credential,
            renewals: book.renewals?.renewals(of: Credential.id(of: outcome.outcome)), now: context.now)
        let awardedAt = outcome.passed ? outcome.awardedAt : nil
        guard let answer = Issuing.apply(outcome, awardedAt: awardedAt, to: held, terms, salt: salt) else { return }
        if let pathway, !answer.steps.isEmpty { unsigned[answer.credential.id] = pathway }
        take(settle(answer, pathway?.credential), Issuing.rule, item, &out)
    }

    /// Does what a timer is for.
    private mutating func fire(_ timer: TimerFired, _ item: Item, _ out: inout Decisions) {
        switch timer.kind {
        case CredentialRequest.timer: answer(timer, item, &out)
        case RenewalOpening.timer: open(CredentialTimer.renewal.credential(of: timer.key), item, &out)
        case SuspensionEnd.timer: restore(CredentialTimer.suspension.credential(of: timer.key), item, &out)
        default: expire(timer.key, item, &out)
        }
    }

    /// Lapses the credential of a timer that came due.
    private mutating func expire(_ id: Identifier, _ item: Item, _ out: inout Decisions) {
        guard let credential = book.credentials[id] else { return }
        take(
            Expiry.settle(Issuing.Answer(credential: credential, steps: []), now: context.now), Expiry.rule, item, &out)
        // A timer that was moved while it fired finds its credential valid still, and is set again.
        if let request = book.credentials[id].flatMap(Expiry.request) { out.schedule(request) }
    }

    /// Carries a person's request out, and says what became of it.
    private mutating func answer(_ timer: TimerFired, _ item: Item, _ out: inout Decisions) {
        guard let request = requests.removeValue(forKey: timer.key) else { return }
        if let contractor = request.contractor {
            answer(request, about: contractor, item, &out)
            return
        }
        guard let credential = request.credential.flatMap({ book.credentials[$0] }) else {
            answers[request.id] = "declined: there is no such credential"
            return
        }
        if let change = ShareChange(request, of: credential.id, now: context.now) {
            worker.shares.append(change)
            answers[request.id] = "granted"
            out.audit(CredentialAudit.entry(request, credential, declined: nil), because: item)
            return
        }
        guard let pathway = find(credential) else {
            answers[request.id] = "declined: the programme of the credential is not published"
            return
        }
        let renewals = book.renewals?.renewals(of: credential.id) ?? []
        switch RequestRules.apply(request, to: credential, pathway.credential, renewals, now: context.now) {
        case .success(let answer):
            if let granted = answer.granted { book.renewals?.put(granted) }
            if request.kind == .renew || request.kind == .signAgain {
                unsigned[credential.id] = pathway
            }
            take(
                request.kind == .renew ? settle(answer, pathway.credential) : answer, RequestRules.rule, item, &out)
            answers[request.id] = "granted"
            if request.kind != .signAgain {
                out.audit(CredentialAudit.entry(request, answer.credential, declined: nil), because: item)
            }
        case .failure(let declined):
            answers[request.id] = "declined: \(declined.reason)"
            out.audit(CredentialAudit.entry(request, credential, declined: declined.reason), because: item)
        }
    }

    /// Carries out what is asked about all that belongs to a contractor.
    private mutating func answer(
        _ request: CredentialRequest, about contractor: Identifier, _ item: Item, _ out: inout Decisions
    ) {
        var declined: String?
        switch request.kind {
        case .erase: erase(contractor, request, item, &out)
        case .link: break
        case .withdrawLinks: worker.withdrawnLinks.append(contractor)
        case .recognise: declined = worker.recognise(request, context.programmes)
        default: declined = "this is asked of a credential, not of a contractor"
        }
        answers[request.id] = declined.map { "declined: \($0)" } ?? "granted"
        out.audit(CredentialAudit.entry(request, about: contractor, declined: declined), because: item)
    }

    /// Erases a contractor: each credential that counted is revoked, and nothing is left that says whose it was.
    private mutating func erase(
        _ contractor: Identifier, _ request: CredentialRequest, _ item: Item, _ out: inout Decisions
    ) {
        let erased = book.erase(contractor, at: context.now)
        for credential in erased {
            unsigned[credential.id] = nil
            out.cancelTimer(credential.id)
            if credential.suspension != nil { out.cancelTimer(CredentialTimer.suspension.key(of: credential.id)) }
            if find(credential)?.credential.renewalPath != nil {
                out.cancelTimer(CredentialTimer.renewal.key(of: credential.id))
            }
            guard let step = Erasure.revocation(of: credential, at: context.now) else { continue }
            out.emit(step.event, step.credential.state, about: step.credential.holder, because: item)
        }
        worker.erasures.append(Erasure(contractor: contractor, request: request.id, credentials: erased))
    }

    /// Announces the credentials of a group again whose holder a link changed.
    private mutating func readdress(_ item: Item, _ out: inout Decisions) {
        let touched = Set(([item.contractor].compactMap { $0 } + item.related).flatMap(context.roster.members))
        for credential in book.credentials.values.sorted(by: { $0.id < $1.id })
        where touched.contains(credential.contractor) {
            let holder = context.roster.canonical(of: credential.contractor)
            guard let answer = Issuing.readdress(credential, to: holder) else { continue }
            take(answer, Issuing.rule, item, &out)
        }
    }

    /// Signs what is new, sets the timers and writes the rows.
    ///
    /// - Parameters:
    ///   - document: makes documents.
    ///   - signer: signs them.
    ///   - places: bits of status lists that nobody has yet, at least one for each item.
    ///   - out: what is to be carried out.
    mutating func finish(
        _ document: CredentialDocument, _ signer: CredentialSigner, _ places: [StatusPlace], _ out: inout Decisions
    ) throws {
        var badges: [(id: Identifier, badge: OpenBadge)] = []
        var status = StatusWrites()
        var free = places[...]
        for (id, pathway) in unsigned.sorted(by: { $0.key < $1.key }) {
            guard var credential = book.credentials[id], let place = free.popFirst() else { continue }
            // The document that is replaced counts no more, wherever a copy of it is.
            if let old = credential.place { status.set.append(old) }
            status.given.append((place, id))
            credential.place = place
            book.put(credential)
            let terms = book.renewals.map {
                TermRule.terms(of: credential, $0.renewals(of: id), pathway.credential)
            }
            badges.append((id, document.badge(of: credential, pathway, renewal: terms?.last)))
        }
        let signed = try signer.sign(badges.map(\.badge), created: context.now)
        let documents = Dictionary(uniqueKeysWithValues: zip(badges.map(\.id), signed))
        for change in book.changes {
            if change.after.status == .revoked, change.before?.status != .revoked, let place = change.after.place {
                status.set.append(place)
            }
            if let request = Expiry.request(for: change.after) {
                out.schedule(request)
            } else if change.before?.status == .valid {
                out.cancelTimer(change.after.id)
            }
            setTimers(change, &out)
        }
        status.set += worker.erasures.flatMap(\.places)
        // What is erased goes before the book is written, which may give the same contractor something new.
        for call in worker.calls(now: context.now) + book.writes(documents) + status.calls { out.write(call) }
        if !answers.isEmpty {
            let sorted = answers.sorted { $0.key < $1.key }
            out.write(Call(RequestStatements.answer, [.uuids(sorted.map(\.key)), .texts(sorted.map(\.value))]))
        }
    }

    /// Puts a credential into the book, announces its steps and records them.
    mutating func take(_ answer: Issuing.Answer, _ rule: String, _ item: Item, _ out: inout Decisions) {
        book.put(answer.credential)
        for step in answer.steps {
            out.emit(step.event, step.credential.state, about: step.credential.holder, because: item)
            out.audit(CredentialAudit.entry(step, rule: step.rule ?? rule), because: item)
        }
    }

    /// What its programme says of a credential, in the version that issued it.
    func find(_ credential: Credential) -> Pathway? {
        context.programmes.find(programme: credential.programme, version: credential.programmeVersion)?
            .definition.pathway(credential.pathway)
    }

    private func find(_ outcome: OutcomeState) -> Pathway? {
        context.programmes.find(programme: outcome.programme, version: outcome.programmeVersion)?
            .definition.pathway(outcome.pathway)
    }
}

import Contracts
import Messaging

/// What each kind of item is to the books: judged, taken in, and whoever it is about to be settled.
extension OnboardingBooks {
    mutating func take(
        _ item: Item, _ delivered: DeliveredRoles, _ context: DecisionContext, _ out: inout Decisions
    ) {
        switch item.payload {
        case let record as EngagementRecorded: take(record, item, delivered, &out)
        case let record as ConsentRecorded:
            take(record, item, &out) { books, contractor, _ in
                let verdict = books.enrolments.take(record, item, contractor, context)
                if verdict == .fresh, books.isDelivered(contractor, delivered) { books.settling.ask(contractor) }
                return verdict
            }
        case let record as VerificationRecorded:
            take(record, item, &out) { books, contractor, _ in
                let verdict = books.verifications.take(record, item, contractor)
                if verdict == .fresh, !delivered.isEmpty { books.settling.ask(contractor) }
                return verdict
            }
        case let record as StepRecorded: log(record, .step, item, &out)
        case let record as PreferenceRecorded: log(record, .preference, item, &out)
        case let record as DiscoveryRecorded: log(record, .discovery, item, &out)
        case let record as InvitationRecorded:
            log(record, .invitation, item, &out) { books, contractor in
                books.refusal(record, contractor, context)
            }
        case let record as SignUpRecorded: take(record, item, context, &out)
        case let record as AgreementRecorded:
            let verdict = records.take(RecordedFact(kind: .agreement, contractor: nil, source: item.source, record))
            if verdict == .fresh { touchedByAgreements.forEach { settling.ask($0) } }
            settle(verdict, item, &out)
        case let state as CredentialState:
            if delivered.programme(state.programme) == nil { return }
            credentials.append(ToldCredential(state, item))
            settling.ask(state.contractor)
        case let state as TimeState:
            if delivered.isEmpty { return }
            hours.append(TimeFact(state))
            settling.ask(state.contractor)
        case let state as ExperimentState: if let stop = ExperimentStop(state) { stops.append(stop) }
        case let question as BillingQueryAsked: answer(question, item, delivered, context, &out)
        case let timer as TimerFired:
            guard let contractor = item.contractor else {
                return out.park(item, reason: "a timer came without its contractor")
            }
            settling.fired(timer, about: contractor, item)
        case let link as ContractorLink where item.origin == .command:
            let undo = item.type == .contractorUnlinked
            if let refusal = contractors.command(link, undo: undo, item) { out.refuse(item, refusal) }
        default:
            out.park(item, reason: "onboarding has no rule for \(item.type)")
        }
    }

    private mutating func take(
        _ record: EngagementRecorded, _ item: Item, _ delivered: DeliveredRoles, _ out: inout Decisions
    ) {
        take(record, item, &out) { books, contractor, out in
            let id = Identifier.engagement(source: item.source, id: record.id)
            let former = books.engagements.engagements[id]?.role
            let verdict = books.engagements.take(record, id, item, contractor, &out)
            func isOnboardedFor(_ role: String?) -> Bool { role.map { delivered.programme(for: $0) != nil } ?? false }
            if verdict == .fresh, isOnboardedFor(record.roleCode) || isOnboardedFor(former) {
                books.gates.append(Gate(engagement: id, contractor: contractor, source: item.source))
                books.settling.ask(contractor)
            }
            return verdict
        }
    }

    private mutating func log(
        _ record: some PersonalRecord, _ kind: RecordedFact.Kind, _ item: Item, _ out: inout Decisions,
        _ refusal: (OnboardingBooks, Identifier) -> Refusal? = { _, _ in nil }
    ) {
        take(record, item, &out) { books, contractor, _ in
            let fact = RecordedFact(kind: kind, contractor: contractor, source: item.source, record)
            let reason = refusal(books, contractor)
            let verdict = books.records.take(fact) { reason }
            if verdict == .fresh { books.settling.ask(contractor) }
            return verdict
        }
    }

    /// Why nobody can be invited so; nil when it can be, or when it is taken back.
    private func refusal(
        _ record: InvitationRecorded, _ contractor: Identifier, _ context: DecisionContext
    ) -> Refusal? {
        if record.isWithdrawn { return nil }
        if isProcessingWithdrawn(contractor, record.programme) { return .processingWithdrawn(record.programme) }
        switch InvitationOffer.of(record, contractor: contractor, context.programmes) {
        case .failure(let refusal): return refusal
        case .success(let offer): return offer.refusal
        }
    }

    /// Whether a contractor has consents to anything that Guildhall delivers, or to everything.
    private func isDelivered(_ contractor: Identifier, _ delivered: DeliveredRoles) -> Bool {
        !delivered.isEmpty
            && (enrolments.consents[contractor] ?? []).contains { fact in
                fact.programme.map { delivered.programme($0) != nil } ?? true
            }
    }

    private func isProcessingWithdrawn(_ contractor: Identifier, _ programme: String) -> Bool {
        PurposeStanding.of(
            enrolments.consents[contractor] ?? [], purpose: ConsentFact.processing, programme: programme
        ).withdrawnAt != nil
    }

    private mutating func take(
        _ record: SignUpRecorded, _ item: Item, _ context: DecisionContext, _ out: inout Decisions
    ) {
        take(record, item, &out) { books, contractor, _ in
            let invitation = books.signUps.invitation(of: record.link)
            let fact = RecordedFact(
                kind: .signUp, contractor: contractor, source: item.source, invitation: invitation?.id, record)
            var reason = books.signUps.refusal(record, fact.key.record, contractor: contractor, context.roster)
            if reason == nil, let programme = invitation?.programme,
                books.isProcessingWithdrawn(contractor, programme)
            {
                reason = .processingWithdrawn(programme)
            }
            let verdict = books.records.take(fact) { reason }
            if verdict == .fresh, let invitation {
                books.signUps.use(record.link, by: fact.key.record)
                books.enrolments.add(SignUpBook.consents(record, fact, contractor: contractor, invitation))
                books.settling.ask(contractor)
            }
            return verdict
        }
    }

    /// A record about somebody makes them known, once it is accepted.
    private mutating func take(
        _ record: some PersonalRecord, _ item: Item, _ out: inout Decisions,
        _ judge: (inout OnboardingBooks, Identifier, inout Decisions) -> RevisionBook.Verdict
    ) {
        guard let contractor = item.contractor else {
            return out.park(item, reason: "a record about somebody came without its contractor")
        }
        let verdict = judge(&self, contractor, &out)
        if verdict == .fresh { contractors.see(contractor, record, item) }
        settle(verdict, item, &out)
    }

    private func settle(_ verdict: RevisionBook.Verdict, _ item: Item, _ out: inout Decisions) {
        switch verdict {
        case .fresh: break
        case .repeated: out.duplicate(item)
        case .refused(let refusal): out.refuse(item, refusal)
        }
    }

    private func answer(
        _ question: BillingQueryAsked, _ item: Item, _ delivered: DeliveredRoles, _ context: DecisionContext,
        _ out: inout Decisions
    ) {
        let id = Identifier.engagement(source: question.source, id: question.engagement)
        let time = question.at ?? context.now
        var answer = BillingRule.answer(ungated: engagements.engagements[id], at: time, now: context.now)
        var contractor = engagements.engagements[id]?.contractor
        if let gate = facts.gates.first(where: { $0.engagement == id }) {
            contractor = gate.contractor
            let judge = CaseJudge(
                file: facts.file(of: gate.contractor), programmes: context.programmes, delivered: delivered,
                now: context.now)
            if let judged = judge.judge(gate), judged.programme != nil {
                answer = BillingRule.answer(judged, at: time, now: context.now)
            }
        }
        out.answer(item, .billingQueryAnswered, answer, about: contractor)
        var inputs = AuditInputs()
        inputs.add("engagement", id)
        inputs.add("at", time)
        inputs.add("askedBy", item.source)
        out.audit(
            AuditEntry(
                decision: "billing-query.answered", contractor: contractor, rule: answer.rule, inputs: inputs.text,
                outcome: answer.verdict.rawValue), because: item)
    }
}

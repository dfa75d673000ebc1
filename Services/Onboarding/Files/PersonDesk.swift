import Contracts
import Database
import Messaging
import Programmes

/// Decides what follows from everything known of a person: enrolments, cases, invitations, reminders, violations.
///
/// Each outcome is worked out anew from all facts and compared with what was announced of it: the difference is
/// announced and written. Acts are issued once each, by the timers that fired and by what was announced just now.
struct PersonDesk {
    let context: DecisionContext
    let delivered: DeliveredRoles
    private(set) var changes = PersonChanges()

    init(_ context: DecisionContext, _ delivered: DeliveredRoles) {
        self.context = context
        self.delivered = delivered
    }

    var now: Timestamp { context.now }

    /// Settles one person.
    ///
    /// - Parameters:
    ///   - fired: the keys of the timers of theirs that came due.
    ///   - cause: what made them be looked at.
    mutating func settle(
        _ facts: PersonFacts, _ contractor: Identifier, fired: Set<Identifier>, because cause: Item,
        _ out: inout Decisions
    ) {
        var facts = facts
        settleDiscoveries(facts.file(of: contractor), cause, &out)
        facts.invitations = settleInvitations(facts.file(of: contractor), cause, &out)
        facts.enrolments = settleEnrolments(facts.file(of: contractor), cause, &out)
        let file = facts.file(of: contractor)
        let judged = settleCases(file, fired, cause, &out)
        settleHours(file, judged, cause, &out)
        settleReminders(file, fired, cause, &out)
        settleRenewals(file, fired, cause, &out)
    }

    /// Writes what changed.
    func finish(_ out: inout Decisions) {
        changes.write(&out)
    }

    // MARK: - What happened before anybody is enrolled

    private mutating func settleDiscoveries(_ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
        var earliest: [Identifier: Discovery] = [:]
        for fact in file.standing(.discovery) {
            guard let record = fact.record as? DiscoveryRecorded, let contractor = fact.contractor else { continue }
            let discovery = Discovery(
                contractor: contractor, programme: record.programme, pathway: record.pathway, seenAt: record.eventTime)
            if discovery.seenAt < earliest[discovery.id]?.seenAt ?? Timestamp(microseconds: .max) {
                earliest[discovery.id] = discovery
            }
        }
        for discovery in earliest.values.sorted(by: { $0.id < $1.id }) where !file.facts.discoveries.contains(discovery)
        {
            changes.discoveries.append(discovery)
            out.emit(.discoveryNoted, discovery.state, about: discovery.contractor, because: cause)
        }
    }

    private mutating func settleInvitations(
        _ file: PersonFile, _ cause: Item, _ out: inout Decisions
    ) -> [Invitation] {
        var known = Dictionary(file.facts.invitations.map { ($0.id, $0) }) { first, _ in first }
        for fact in file.standing(.invitation) {
            guard let record = fact.record as? InvitationRecorded, let contractor = fact.contractor,
                let next = invitation(record, fact, contractor, known[fact.key.record], file)
            else { continue }
            if next == known[next.id] { continue }
            let isNew = known[next.id] == nil
            known[next.id] = next
            changes.invitations.append(next)
            out.emit(
                next.isWithdrawn ? .invitationWithdrawn : .invitationIssued, next.state, about: contractor,
                because: cause)
            out.audit(OnboardingAudit.invitation(next), because: cause)
            if next.isWithdrawn { continue }
            expose(next, file, cause, &out)
            if isNew, now < next.expiresAt { notify(inviting: next, record, file, cause, &out) }
        }
        return known.values.sorted { $0.id < $1.id }
    }

    /// An invitation as its highest revision says; what it showed when it was issued is kept.
    private func invitation(
        _ record: InvitationRecorded, _ fact: RecordedFact, _ contractor: Identifier, _ known: Invitation?,
        _ file: PersonFile
    ) -> Invitation? {
        let isSame = known.map { $0.programme == record.programme && $0.offering == record.offering } ?? false
        var next: Invitation
        if let known, isSame || record.isWithdrawn {
            next = known
        } else {
            guard case .success(let offer) = InvitationOffer.of(record, contractor: contractor, context.programmes),
                offer.refusal == nil
            else { return known }
            let id = fact.key.record
            next = Invitation(
                id: id, contractor: contractor, source: fact.source, recordID: record.id,
                programme: record.programme, programmeVersion: offer.programme.version, pathway: record.pathway,
                offering: record.offering, batch: record.batch, expectedHours: offer.expectedHours,
                statement: offer.statement.version, variants: offer.variants,
                language: file.preferences.tag(known: record.language, offer.programme.definition),
                invitedAt: record.eventTime, expiresAt: offer.expires(record.eventTime), isWithdrawn: false,
                link: SignUpLink.id(of: SignUpLink.token(of: id, key: file.facts.linkKey)), usedBy: known?.usedBy)
            next.sequence = known?.sequence ?? 0
        }
        next.batch = record.batch
        next.isWithdrawn = record.isWithdrawn
        if next == known { return known }
        next.sequence += 1
        return next
    }

    private mutating func expose(
        _ invitation: Invitation, _ file: PersonFile, _ cause: Item, _ out: inout Decisions
    ) {
        for (experiment, variant) in invitation.variants.sorted(by: { $0.key < $1.key }) {
            let exposure = Exposure(invitation, experiment: experiment, variant: variant)
            let met = file.facts.exposures + changes.exposures
            if met.contains(where: { $0.id == exposure.id && $0.exposedAt <= exposure.exposedAt }) { continue }
            changes.exposures.removeAll { $0.id == exposure.id }
            changes.exposures.append(exposure)
            out.emit(.exposureRecorded, exposure.state, about: exposure.contractor, because: cause)
        }
    }

    private mutating func notify(
        inviting invitation: Invitation, _ record: InvitationRecorded, _ file: PersonFile, _ cause: Item,
        _ out: inout Decisions
    ) {
        guard
            let programme = context.programmes.find(
                programme: invitation.programme, version: invitation.programmeVersion),
            let plan = programme.definition.pathway(invitation.pathway)?.invitation
        else { return }
        issue(
            NoticeDraft(
                kind: .invitation, series: invitation.id, number: 1, contractor: invitation.contractor,
                programme: programme, text: plan.text, variants: invitation.variants, channel: record.channel,
                language: record.language, statement: invitation.statement, dueAt: invitation.invitedAt),
            file, cause, &out)
    }

    // MARK: - Enrolments

    private mutating func settleEnrolments(
        _ file: PersonFile, _ cause: Item, _ out: inout Decisions
    ) -> [Enrolment] {
        var known = Dictionary(file.facts.enrolments.map { ($0.place, $0) }) { first, _ in first }
        for place in Set(file.facts.consents.compactMap(\.place)).sorted() {
            guard let newest = delivered.programme(place.programme) else { continue }
            let own = file.facts.consents.filter { $0.contractor == place.contractor }
            guard let decided = DeliveredOptIn.decide(own, place: place) else { continue }
            let invitation = invitation(of: decided.optIn.consent, place, file)
            let version = invitation?.programmeVersion ?? newest.version
            let enrolment: Enrolment
            if let before = known[place] {
                guard var revised = before.revised(decided.optIn) else { continue }
                revised.sign = sign(invitation, decided, newest, file)
                enrolment = revised
            } else {
                var opened = Enrolment(place, programmeVersion: version, decided.optIn)
                opened.sequence = 1
                opened.sign = sign(invitation, decided, newest, file)
                enrolment = opened
            }
            let wasOpen = known[place]?.status == .open
            known[place] = enrolment
            changes.enrolments.append(enrolment)
            out.emit(enrolment.event, enrolment.state, about: place.contractor, because: cause)
            out.audit(EnrolmentBook.audit(enrolment, decided.optIn), because: cause)
            if enrolment.status == .open, !wasOpen { welcome(enrolment, file, cause, &out) }
        }
        return known.values.sorted { $0.id < $1.id }
    }

    /// The invitation whose link led to an opt-in.
    private func invitation(of consent: ConsentFact, _ place: EnrolmentPlace, _ file: PersonFile) -> Invitation? {
        let signUp = file.facts.records.first { fact in
            fact.kind == .signUp && fact.source == consent.source && fact.record.id == consent.recordID
                && fact.invitation != nil
        }
        return file.facts.invitations.first { $0.id == signUp?.invitation && $0.programme == place.programme }
    }

    private func sign(
        _ invitation: Invitation?, _ decided: DeliveredOptIn, _ programme: PublishedProgramme, _ file: PersonFile
    ) -> Enrolment.Sign {
        let consent = decided.optIn.consent
        let shown = file.facts.records.compactMap { fact -> SignUpRecorded? in
            guard fact.source == consent.source, fact.record.id == consent.recordID else { return nil }
            return fact.record as? SignUpRecorded
        }.first
        return Enrolment.Sign(
            invitation: invitation?.id, statement: shown?.statement ?? invitation?.statement,
            language: file.preferences.tag(known: consent.language ?? invitation?.language, programme.definition))
    }

    /// The welcome shows the programme's version and the statement that the enrolment goes with (ONB-14).
    private mutating func welcome(_ enrolment: Enrolment, _ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
        guard let programme = version(of: enrolment), let place = programme.offering(enrolment.place.offering),
            now < ReminderPlan.end(of: place.offering)
        else { return }
        let role = programme.definition.onboarding(of: place.pathway.role)
        issue(
            NoticeDraft(
                kind: .welcome, series: enrolment.id, number: 1, contractor: enrolment.place.contractor,
                programme: programme, text: role?.welcome ?? "welcome", enrolment: enrolment.id,
                language: enrolment.sign.language,
                statement: enrolment.sign.statement ?? programme.rewardStatement(for: place.pathway).version,
                dueAt: enrolment.optedInAt), file, cause, &out)
    }

    private func version(of enrolment: Enrolment) -> PublishedProgramme? {
        context.programmes.find(programme: enrolment.place.programme, version: enrolment.programmeVersion)
    }

    // MARK: - Cases

    private mutating func settleCases(
        _ file: PersonFile, _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions
    ) -> [Identifier: Gate] {
        let judge = CaseJudge(file: file, programmes: context.programmes, delivered: delivered, now: now)
        var gates: [Identifier: Gate] = [:]
        for known in file.facts.gates {
            guard var judged = judge.judge(known) else { continue }
            let events = GateAnnouncement.events(from: known, to: judged.gate)
            let blocking = judged.gate.status == .cleared ? [] : judged.blocking
            for event in events {
                judged.gate.sequence += 1
                out.emit(event, judged.gate.state(blocking: blocking), about: known.contractor, because: cause)
                out.audit(OnboardingAudit.gate(judged, event, blocking), because: cause)
            }
            if judged.gate != known { changes.gates.append(judged.gate) }
            settleSteps(judged, file, cause, &out)
            setTimers(judged.gate, &out)
            tell(judged, fired, file, cause, &out)
            gates[known.engagement] = judged.gate
        }
        return gates
    }

    private mutating func settleSteps(
        _ judged: CaseJudge.Judged, _ file: PersonFile, _ cause: Item, _ out: inout Decisions
    ) {
        let known = file.facts.steps.filter { $0.caseID == judged.gate.caseID }
        let before = Dictionary(known.map { ($0.step, $0) }) { first, _ in first }
        for row in judged.rows where before[row.step] != row {
            changes.steps.append(row)
            if row.state == .waived, before[row.step]?.waivedBy != row.waivedBy {
                out.audit(OnboardingAudit.waiver(row, judged.gate), because: cause)
            }
        }
        let names = Set(judged.rows.map(\.step))
        changes.droppedSteps += known.filter { !names.contains($0.step) }
    }

    /// Timers look forward only: what was past already when it was recorded is settled, and nobody is told.
    private func setTimers(_ gate: Gate, _ out: inout Decisions) {
        for (kind, due) in [(GateClock.warning, gate.warningAt), (GateClock.breach, gate.dueAt)] {
            let key = GateClock.timer(kind, gate.caseID)
            if let due, due > now, gate.status == .open {
                out.schedule(TimerRequest(key: key, kind: kind, due: due, contractor: gate.contractor))
            } else if gate.status != .open {
                out.cancelTimer(key)
            }
        }
    }

    private mutating func tell(
        _ judged: CaseJudge.Judged, _ fired: Set<Identifier>, _ file: PersonFile, _ cause: Item,
        _ out: inout Decisions
    ) {
        let gate = judged.gate
        guard let programme = judged.programme, gate.clearedAt == nil, gate.status != .closed else { return }
        for (timer, kind, due, holds) in [
            (GateClock.warning, NoticeKind.clockWarning, gate.warningAt, gate.isWarned && !gate.isBreached),
            (GateClock.breach, .clockBreach, gate.dueAt, gate.isBreached),
        ] where holds && fired.contains(GateClock.timer(timer, gate.caseID)) {
            issue(
                NoticeDraft(
                    kind: kind, series: gate.caseID, number: 1, contractor: gate.contractor, programme: programme,
                    text: kind.rawValue, caseID: gate.caseID, dueAt: due ?? now), file, cause, &out)
        }
    }

    private mutating func settleHours(
        _ file: PersonFile, _ gates: [Identifier: Gate], _ cause: Item, _ out: inout Decisions
    ) {
        for fact in file.facts.hours.sorted(by: { $0.report < $1.report }) {
            guard let gate = gates[fact.engagement], gate.programme != nil, gate.dueAt != nil || gate.status == .closed
            else { continue }
            let known = file.facts.violations.first { $0.report == fact.report }
            guard let violation = Violation.judge(fact, clearedAt: gate.clearedAt, known: known), violation != known
            else { continue }
            changes.violations.append(violation)
            out.emit(.billingViolated, violation.state, about: violation.contractor, because: cause)
            out.audit(OnboardingAudit.violation(violation), because: cause)
        }
    }

    // MARK: - Reminders

    private mutating func settleReminders(
        _ file: PersonFile, _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions
    ) {
        for enrolment in file.facts.enrolments {
            guard delivered.programme(enrolment.place.programme) != nil, let programme = version(of: enrolment),
                let reminders = programme.definition.reminders,
                let place = programme.offering(enrolment.place.offering)
            else { continue }
            let plan = ReminderSeries.Plan(
                startedAt: enrolment.optedInAt, everyHours: Int64(reminders.everyHours),
                endsAt: ReminderPlan.end(of: place.offering))
            let isRunning = enrolment.status == .open && !isComplete(enrolment, file)
            let language = enrolment.sign.language ?? signedLanguage(enrolment, file)
            remind(
                ReminderSeries(
                    id: enrolment.id, contractor: enrolment.place.contractor, kind: .reminder,
                    startedAt: plan.startedAt), isRunning ? plan : nil, plan, file, fired, cause, &out
            ) { number, series in
                NoticeDraft(
                    kind: .reminder, series: series, number: number, contractor: enrolment.place.contractor,
                    programme: programme, text: reminders.text, enrolment: enrolment.id,
                    language: language, dueAt: plan.due(number))
            }
        }
    }

    /// Whether the credential that an enrolment leads to was earned and not taken back.
    private func isComplete(_ enrolment: Enrolment, _ file: PersonFile) -> Bool {
        file.credentials.contains { held in
            held.newest.programme == enrolment.place.programme && held.newest.pathway == enrolment.pathway
                && held.newest.status != .revoked
                && (held.newest.offering == enrolment.place.offering || held.newest.awardedAt >= enrolment.optedInAt)
        }
    }

    private func signedLanguage(_ enrolment: Enrolment, _ file: PersonFile) -> String? {
        file.facts.consents.filter { $0.place == enrolment.place }.sorted(by: ConsentFact.precedes).last?.language
    }

    private mutating func settleRenewals(
        _ file: PersonFile, _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions
    ) {
        for held in file.credentials {
            let state = held.newest
            guard delivered.programme(state.programme) != nil,
                let programme = context.programmes.find(programme: state.programme, version: state.programmeVersion),
                let path = programme.definition.pathway(state.pathway)?.credential.renewalPath
            else { continue }
            // The first one is due when the renewal opens, so that the series begins an interval before.
            let opens = state.validUntil.adding(seconds: -Int64(path.opensDaysBefore) * 86_400)
            let plan = ReminderSeries.Plan(
                startedAt: opens.adding(seconds: -Int64(path.reminderHours) * 3600),
                everyHours: Int64(path.reminderHours), endsAt: state.validUntil)
            remind(
                ReminderSeries(
                    id: Identifier.derived("renewal-series", state.credential.description),
                    contractor: state.contractor, kind: .renewal, startedAt: plan.startedAt),
                state.status == .valid ? plan : nil, plan, file, fired, cause, &out
            ) { number, series in
                NoticeDraft(
                    kind: .renewal, series: series, number: number, contractor: state.contractor,
                    programme: programme, text: NoticeKind.renewal.rawValue, dueAt: plan.due(number))
            }
        }
    }

    /// Brings a series up to date, and sends its next number when its timer fired.
    private mutating func remind(
        _ fresh: ReminderSeries, _ running: ReminderSeries.Plan?, _ plan: ReminderSeries.Plan, _ file: PersonFile,
        _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions,
        _ draft: (Int64, Identifier) -> NoticeDraft
    ) {
        let known = file.facts.series.first { $0.id == fresh.id }
        var series = known ?? fresh
        series.follow(running, now: now)
        // Another start makes another series of numbers, for whoever opted in again.
        let run = Identifier.derived(
            "reminder-run", series.id.description, String(series.startedAt.microseconds))
        if let running, fired.contains(series.id) {
            let last = file.facts.notices.filter { $0.series == run || $0.enrolment == series.id }
                .filter { $0.kind == .reminder || $0.kind == .renewal }.map(\.issuedAt).max()
            if let number = series.fire(running, lastIssuedAt: last, now: now),
                series.kind == .renewal || !file.preferences.mutesReminders
            {
                issue(draft(number, run), file, cause, &out)
            }
        }
        if let due = series.nextDue {
            if due > now {
                out.schedule(
                    TimerRequest(
                        key: series.id, kind: ReminderSeries.timer, due: due, contractor: series.contractor))
            }
        } else if known?.nextDue != nil {
            out.cancelTimer(series.id)
        }
        if series != known, known != nil || series.nextDue != nil { changes.series.append(series) }
    }

    // MARK: - Notices

    private mutating func issue(_ draft: NoticeDraft, _ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
        guard let notice = draft.notice(file.preferences, issuedAt: now),
            !file.facts.notices.contains(where: { $0.id == notice.id }),
            !changes.notices.contains(where: { $0.id == notice.id })
        else { return }
        changes.notices.append(notice)
        out.emit(.noticeIssued, notice.state, about: notice.contractor, because: cause)
        out.audit(OnboardingAudit.notice(notice), because: cause)
    }
}

extension ReminderPlan {
    /// From when on nobody is reminded of an offering: the first moment after its last day.
    static func end(of offering: Offering) -> Timestamp {
        Timestamp(offering.ends.adding(days: 1))
    }
}

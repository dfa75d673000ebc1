import Contracts
import Messaging
import Programmes

/// Reminders of what is not completed, and of credentials that can be renewed.
extension PersonDesk {
    mutating func settleReminders(
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
    func isComplete(_ enrolment: Enrolment, _ file: PersonFile) -> Bool {
        file.credentials.contains { held in
            held.newest.programme == enrolment.place.programme && held.newest.pathway == enrolment.pathway
                && held.newest.status != .revoked
                && (held.newest.offering == enrolment.place.offering || held.newest.awardedAt >= enrolment.optedInAt)
        }
    }

    func signedLanguage(_ enrolment: Enrolment, _ file: PersonFile) -> String? {
        file.facts.consents.filter { $0.place == enrolment.place }.sorted(by: ConsentFact.precedes).last?.language
    }

    mutating func settleRenewals(
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
                    id: Identifier.derived("renewal-series", state.credential),
                    contractor: state.contractor, kind: .renewal, startedAt: plan.startedAt),
                state.status == .valid ? plan : nil, plan, file, fired, cause, &out
            ) { number, series in
                NoticeDraft(
                    kind: .renewal, series: series, number: number, contractor: state.contractor,
                    programme: programme, text: path.text, dueAt: plan.due(number))
            }
        }
    }

    /// Brings a series up to date, and sends its next number when its timer fired.
    mutating func remind(
        _ fresh: ReminderSeries, _ running: ReminderSeries.Plan?, _ plan: ReminderSeries.Plan, _ file: PersonFile,
        _ fired: Set<Identifier>, _ cause: Item, _ out: inout Decisions,
        _ draft: (Int64, Identifier) -> NoticeDraft
    ) {
        let known = file.facts.series.first { $0.id == fresh.id }
        var series = known ?? fresh
        series.follow(running, now: now)
        // Another start makes another series of numbers, for whoever opted in again.
        let run = Identifier.derived(
            "reminder-run", series.id, String(series.startedAt.microseconds))
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
}

extension ReminderPlan {
    /// From when on nobody is reminded of an offering: the first moment after its last day.
    static func end(of offering: Offering) -> Timestamp {
        Timestamp(offering.ends.adding(days: 1))
    }
}

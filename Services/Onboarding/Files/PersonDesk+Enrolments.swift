import Contracts
import Messaging
import Programmes

/// Who takes part, and how they are welcomed.
extension PersonDesk {
    mutating func settleEnrolments(
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
    func invitation(of consent: ConsentFact, _ place: EnrolmentPlace, _ file: PersonFile) -> Invitation? {
        let signUp = file.facts.records.first { fact in
            fact.kind == .signUp && fact.source == consent.source && fact.record.id == consent.recordID
                && fact.invitation != nil
        }
        return file.facts.invitations.first { $0.id == signUp?.invitation && $0.programme == place.programme }
    }

    func sign(
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
    mutating func welcome(_ enrolment: Enrolment, _ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
        guard let programme = version(of: enrolment), let place = programme.offering(enrolment.place.offering),
            now < ReminderPlan.end(of: place.offering)
        else { return }
        let role = programme.definition.onboarding(of: place.pathway.role)
        issue(
            NoticeDraft(
                kind: .welcome, series: enrolment.id, number: 1, contractor: enrolment.place.contractor,
                programme: programme, text: role?.welcome ?? "welcome", enrolment: enrolment.id,
                language: enrolment.sign.language,
                statement: enrolment.sign.statement
                    ?? programme.rewardStatement(for: place.pathway, on: enrolment.optedInAt.day).version,
                dueAt: enrolment.optedInAt), file, cause, &out)
    }

    func version(of enrolment: Enrolment) -> PublishedProgramme? {
        context.programmes.find(programme: enrolment.place.programme, version: enrolment.programmeVersion)
    }
}

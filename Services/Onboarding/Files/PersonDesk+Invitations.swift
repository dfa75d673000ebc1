import Contracts
import Messaging
import Programmes

/// What happened before anybody is enrolled: what was seen, and who was invited how.
extension PersonDesk {
    mutating func settleDiscoveries(_ file: PersonFile, _ cause: Item, _ out: inout Decisions) {
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

    mutating func settleInvitations(
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
            expose(next, record, file, cause, &out)
            if isNew, now < next.expiresAt { notify(inviting: next, record, file, cause, &out) }
        }
        return known.values.sorted { $0.id < $1.id }
    }

    /// An invitation as its highest revision says; what it showed when it was issued is kept.
    func invitation(
        _ record: InvitationRecorded, _ fact: RecordedFact, _ contractor: Identifier, _ known: Invitation?,
        _ file: PersonFile
    ) -> Invitation? {
        let isSame = known.map { $0.programme == record.programme && $0.offering == record.offering } ?? false
        var next: Invitation
        if let known, isSame || record.isWithdrawn {
            next = known
        } else {
            guard
                case .success(let offer) = InvitationOffer.of(
                    record, contractor: contractor, context.programmes, stops: file.facts.stops),
                offer.refusal == nil
            else { return known }
            let id = fact.key.record
            next = Invitation(
                id: id, contractor: contractor, source: fact.source, recordID: record.id,
                programme: record.programme, programmeVersion: offer.programme.version, pathway: record.pathway,
                offering: record.offering, batch: record.batch, expectedHours: offer.expectedHours,
                statement: offer.statement.version, variants: offer.variants,
                language: "",
                invitedAt: record.eventTime, expiresAt: offer.expires(record.eventTime), isWithdrawn: false,
                link: SignUpLink.id(of: SignUpLink.token(of: id, key: file.facts.linkKey)), usedBy: known?.usedBy)
            next.sequence = known?.sequence ?? 0
        }
        if let programme = context.programmes.find(programme: next.programme, version: next.programmeVersion) {
            next.language = file.preferences(until: record.eventTime)
                .tag(known: record.language, programme.definition)
        }
        next.batch = record.batch
        next.isWithdrawn = record.isWithdrawn
        if next == known { return known }
        next.sequence += 1
        return next
    }

    /// Whoever follows the control because a variant was stopped meets nothing.
    mutating func expose(
        _ invitation: Invitation, _ record: InvitationRecorded, _ file: PersonFile, _ cause: Item,
        _ out: inout Decisions
    ) {
        guard
            let programme = context.programmes.find(
                programme: invitation.programme, version: invitation.programmeVersion)?.definition
        else { return }
        let choice = VariantChoice(
            programme: programme, pathway: invitation.pathway, contractor: invitation.contractor,
            client: record.client, invitedAt: invitation.invitedAt)
        for (experiment, variant) in invitation.variants.sorted(by: { $0.key < $1.key }) {
            guard let plan = programme.experiment(experiment), choice.met(of: plan)?.id == variant else { continue }
            let exposure = Exposure(
                invitation, experiment: experiment, variant: variant,
                client: plan.unit == .client ? record.client : nil)
            let met = file.facts.exposures + changes.exposures
            if met.contains(where: { $0.id == exposure.id && $0.exposedAt <= exposure.exposedAt }) { continue }
            changes.exposures.removeAll { $0.id == exposure.id }
            changes.exposures.append(exposure)
            out.emit(.exposureRecorded, exposure.state, about: exposure.contractor, because: cause)
        }
    }

    mutating func notify(
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
}

import Contracts
import Messaging
import Programmes

/// What an invitation to a pathway has to show: its hours, every reward, and a peer's quote (ONB-13).
struct InvitationOffer: Sendable {
    let programme: PublishedProgramme
    let pathway: Pathway
    let offering: Offering
    /// The variants that the worker follows.
    let variants: [String: String]

    /// The offer of an invitation; a refusal where it names nothing that Guildhall delivers.
    ///
    /// - Parameter stops: the variants that were stopped; they change what is shown and never whether it is refused.
    static func of(
        _ record: InvitationRecorded, contractor: Identifier, _ programmes: ProgrammeCatalogue,
        stops: [ExperimentStop] = []
    ) -> Result<InvitationOffer, Refusal> {
        guard let programme = programmes.find(programme: record.programme) else {
            return .failure(.unknown("programme", record.programme))
        }
        guard programme.definition.delivery == .guildhall else {
            return .failure(
                Refusal(
                    code: "external-programme", path: "data.programme",
                    message: "The learning of \(record.programme) happens elsewhere, and so do its invitations; name "
                        + "a programme that Guildhall delivers."))
        }
        guard programme.definition.pathway(record.pathway) != nil else {
            return .failure(.unknown("pathway", record.pathway))
        }
        guard let place = programme.offering(record.offering), place.pathway.id == record.pathway else {
            return .failure(.unknown("offering", record.offering))
        }
        let choice = VariantChoice(
            programme: programme.definition, pathway: record.pathway, contractor: contractor, client: record.client,
            invitedAt: record.eventTime)
        return .success(
            InvitationOffer(
                programme: programme, pathway: place.pathway, offering: place.offering,
                variants: choice.followed(stops)))
    }

    /// The hours that it takes: those of its units and its assessment, or else those that the credential states.
    var expectedHours: Decimal6 {
        pathway.minutes > 0
            ? Decimal6(millionths: Int64(pathway.minutes) * Decimal6.one / 60) : pathway.credential.hours ?? .zero
    }

    /// What is promised; what was rolled out by then is among the variants.
    var statement: RewardStatement { programme.rewardStatement(for: pathway, variants: variants) }

    /// Until when a link holds.
    func expires(_ invitedAt: Timestamp) -> Timestamp {
        invitedAt.adding(seconds: Int64((pathway.invitation ?? InvitationPlan()).linkDays) * 86_400)
    }

    /// Why it cannot be shown to anybody; nil when it can.
    var refusal: Refusal? {
        var missing: [String] = []
        if expectedHours <= .zero { missing.append("expected hours") }
        if !statement.bringsReward { missing.append("a reward") }
        if pathway.invitation?.quote.map({ $0.wording.isEmpty }) ?? true { missing.append("a peer's quote") }
        if missing.isEmpty { return nil }
        return Refusal(
            code: "incomplete-invitation", path: "data.pathway",
            message: "An invitation says how long it takes, every reward, and what a peer says who finished; pathway "
                + "\(pathway.id) of programme \(programme.id), version \(programme.version), lacks "
                + "\(missing.joined(separator: " and ")). Publish a version that has it.")
    }
}

extension Refusal {
    fileprivate static func unknown(_ what: String, _ id: String) -> Refusal {
        Refusal(
            code: "unknown-\(what)", path: "data.\(what)",
            message: "No \(what) \(id) is published under that programme; publish it, or correct the id.")
    }

    /// What is said to invitations and sign-ups of somebody who wants no processing.
    static func processingWithdrawn(_ programme: String) -> Refusal {
        Refusal(
            code: "processing-withdrawn", path: "data.person",
            message: "The worker withdrew the consent to have data processed for \(programme); nothing can be done "
                + "until the worker gives it again.")
    }
}

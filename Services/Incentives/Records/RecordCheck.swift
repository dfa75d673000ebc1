import Contracts
import Messaging
import Programmes

/// What speaks against a record whatever else is known: it names what no programme has, or says nothing.
///
/// What may only be missing yet, such as the credential behind a claim, is no reason to refuse it: facts come in any
/// order.
enum RecordCheck {
    /// Why a record is refused, if it is.
    static func refusal(of payload: any InboundRecord, _ programmes: ProgrammeCatalogue) -> Refusal? {
        switch payload {
        case let claim as ClaimRecorded: refusal(of: claim, programmes)
        case let decision as ClaimDecisionRecorded: amount(decision.amount)
        case let release as ReleaseRecorded: refusal(of: release, programmes)
        case let payment as PaymentRecorded: amount(payment.amount)
        case let override as OverrideRecorded: refusal(of: override, programmes)
        case let brief as BriefRecorded: refusal(of: brief, programmes)
        default: nil
        }
    }

    private static func refusal(of claim: ClaimRecorded, _ programmes: ProgrammeCatalogue) -> Refusal? {
        if let refusal = grant(claim.grant, of: claim.programme, at: "data.grant", programmes) { return refusal }
        if claim.action == .submitted, claim.receipts.isEmpty {
            return Refusal(
                code: "receipts-missing", path: "data.receipts",
                message: "A claim is handed in with its receipts; send them, or send it as drafted.")
        }
        if let place = claim.receipts.firstIndex(where: { $0.amount.minorUnits <= 0 }) {
            return Refusal(
                code: "amount-not-positive", path: "data.receipts[\(place)].amount",
                message: "A receipt is over more than nothing; send what was paid.")
        }
        return nil
    }

    private static func refusal(of release: ReleaseRecorded, _ programmes: ProgrammeCatalogue) -> Refusal? {
        guard let programme = programmes.find(programme: release.programme) else {
            return unknownProgramme(release.programme)
        }
        guard programme.definition.rewards.stories.contains(where: { $0.pathway == release.pathway }) else {
            return Refusal(
                code: "unknown-story", path: "data.pathway",
                message: "The programme offers no case study on the pathway \(release.pathway); name one that does.")
        }
        if release.decision == .edited, release.hash == nil {
            return Refusal(
                code: "hash-missing", path: "data.hash",
                message: "What the worker changed is released by its words; send their SHA-256.")
        }
        return nil
    }

    private static func refusal(of override: OverrideRecorded, _ programmes: ProgrammeCatalogue) -> Refusal? {
        grant(override.reward, of: override.programme, at: "data.reward", programmes)
    }

    private static func refusal(of brief: BriefRecorded, _ programmes: ProgrammeCatalogue) -> Refusal? {
        guard let programme = programmes.find(programme: brief.programme) else {
            return unknownProgramme(brief.programme)
        }
        if programme.definition.rewards.tiers.contains(where: { $0.id == brief.tier }) { return nil }
        return Refusal(
            code: "unknown-tier", path: "data.tier",
            message: "The programme has no tier \(brief.tier); name one of its access tiers.")
    }

    private static func grant(
        _ id: String, of programme: String, at path: String, _ programmes: ProgrammeCatalogue
    ) -> Refusal? {
        guard let found = programmes.find(programme: programme) else { return unknownProgramme(programme) }
        if found.definition.rewards.grants.contains(where: { $0.id == id }) { return nil }
        return Refusal(
            code: "unknown-grant", path: path, message: "The programme has no grant \(id); name one of its grants.")
    }

    private static func amount(_ amount: Money?) -> Refusal? {
        guard let amount, amount.minorUnits <= 0 else { return nil }
        return Refusal(
            code: "amount-not-positive", path: "data.amount",
            message: "The amount is more than nothing; take a payment back with a decision, not with a sign.")
    }

    private static func unknownProgramme(_ id: String) -> Refusal {
        Refusal(
            code: "unknown-programme", path: "data.programme",
            message: "No programme \(id) is published; publish it, or name one that is.")
    }
}

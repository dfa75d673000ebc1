import Contracts
import Programmes

/// The claims on one grant as their history makes them (INC-09, INC-11): a function of all that was recorded, in order
/// of event time, whatever the order of arrival.
///
/// What is approved never exceeds what is left of the grant, and what is paid never exceeds what is approved. A word
/// that comes where no step can be taken is set aside, not refused: the step before it may only be late.
struct ClaimHistory: Sendable {
    private(set) var claims: [Identifier: Claim] = [:]
    /// What is left of the grant.
    private(set) var left: Int64
    private let terms: GrantTerms?
    private let isOpen: Bool
    private let foreign: Set<String>

    /// The history of the claims on a grant.
    ///
    /// - Parameters:
    ///   - terms: the grant; nil where there is none, and claims wait.
    ///   - limit: what may be approved in all.
    ///   - isOpen: whether the grant's money is there, so that claims can be approved.
    ///   - foreign: receipts that other workers claimed before, by hash.
    init(
        _ told: [Told<ClaimRecorded>], _ decisions: [Told<ClaimDecisionRecorded>], _ terms: GrantTerms?,
        limit: Int64, isOpen: Bool, foreign: Set<String>
    ) {
        self.terms = terms
        self.isOpen = isOpen
        self.foreign = foreign
        left = limit
        for word in ClaimHistory.words(told, decisions) {
            switch word.told {
            case .worker(let told): take(told, at: word.at)
            case .decision(let told): take(told)
            }
        }
    }

    /// What was recorded of a claim, at the moment that it counts from.
    private struct Word {
        enum Kind {
            case worker(Told<ClaimRecorded>)
            case decision(Told<ClaimDecisionRecorded>)
        }

        let at: Timestamp
        let told: Kind
        let order: (Int, Identifier, Int64)
    }

    /// Both kinds by event time, the worker's first; a later revision never counts from before an earlier one.
    private static func words(
        _ told: [Told<ClaimRecorded>], _ decisions: [Told<ClaimDecisionRecorded>]
    ) -> [Word] {
        var words: [Word] = []
        for revisions in Dictionary(grouping: told, by: \.id).values {
            var at = Timestamp(microseconds: .min)
            for revision in revisions.sorted(by: { $0.value.revision < $1.value.revision }) {
                at = max(at, revision.value.eventTime)
                words.append(Word(at: at, told: .worker(revision), order: (0, revision.id, revision.value.revision)))
            }
        }
        for decision in decisions {
            words.append(
                Word(at: decision.value.eventTime, told: .decision(decision), order: (1, decision.id, 0)))
        }
        return words.sorted {
            ($0.at, $0.order.0, $0.order.1, $0.order.2) < ($1.at, $1.order.0, $1.order.1, $1.order.2)
        }
    }

    private mutating func take(_ told: Told<ClaimRecorded>, at moment: Timestamp) {
        guard let contractor = told.contractor else { return }
        var claim = claims[told.id] ?? Claim(id: told.id, contractor: contractor)
        switch (told.value.action, claim.status) {
        case (.drafted, nil), (.drafted, .draft): step(&claim, .draft, "worker", at: moment)
        case (.submitted, nil), (.submitted, .draft), (.submitted, .submitted), (.submitted, .needsInformation):
            submit(&claim, told.value.receipts, at: moment)
        case (.withdrawn, .draft), (.withdrawn, .submitted), (.withdrawn, .needsInformation):
            close(&claim, .withdrawn, "worker", nil, at: moment)
        case (.withdrawn, .approved) where claim.paid == 0: close(&claim, .withdrawn, "worker", nil, at: moment)
        default: claim.setAside.append("\(told.value.action.rawValue): the claim is past that")
        }
        claims[told.id] = claim
    }

    private mutating func submit(_ claim: inout Claim, _ receipts: [Receipt], at moment: Timestamp) {
        let handedIn = claim.handedIn ?? moment
        claim.handedIn = handedIn
        claim.receipts = []
        let currency = terms?.plan.amount.currency ?? receipts.first?.amount.currency
        claim.asked = receipts.filter { $0.amount.currency == currency }
            .reduce(into: 0) { $0 = $0.addingReportingOverflow($1.amount.minorUnits).partialValue }
        step(&claim, .submitted, "worker", at: moment)
        guard let terms else { return }
        let used = claims.values.filter { $0.id != claim.id }.reduce(into: foreign) { $0.formUnion($1.receipts) }
        let findings = ClaimPolicy.findings(receipts, handedIn: handedIn, terms, taken: used.contains)
        claim.isClean = findings.isEmpty
        claim.receipts = Set(receipts.map(\.hash)).subtracting(used)
        if findings.isEmpty { return }
        step(
            &claim, .needsInformation, ClaimPolicy.actor, String(findings.joined(separator: " ").prefix(1000)),
            at: moment)
    }

    private mutating func take(_ told: Told<ClaimDecisionRecorded>) {
        let decision = told.value
        let id = RecordFact.id(.claimRecorded, source: told.source, id: decision.claim)
        guard var claim = claims[id] else { return }
        switch (decision.decision, claim.status) {
        case (.needsInformation, .submitted):
            step(&claim, .needsInformation, decision.actor, decision.reason, at: decision.eventTime)
        case (.approved, .submitted), (.approved, .needsInformation): approve(&claim, decision)
        case (.rejected, .submitted), (.rejected, .needsInformation):
            close(&claim, .rejected, decision.actor, decision.reason, at: decision.eventTime)
        case (.rejected, .approved) where claim.paid == 0:
            close(&claim, .rejected, decision.actor, decision.reason, at: decision.eventTime)
        case (.paid, .approved): pay(&claim, decision)
        case (.reversed, .paid), (.reversed, .approved):
            if claim.paid > 0 {
                close(&claim, .reversed, decision.actor, decision.reason, at: decision.eventTime)
            } else {
                claim.setAside.append("reversed: nothing was paid")
            }
        default: claim.setAside.append("\(decision.decision.rawValue): the claim is not there")
        }
        claims[id] = claim
    }

    private mutating func approve(_ claim: inout Claim, _ decision: ClaimDecisionRecorded) {
        guard let terms, isOpen else { return claim.setAside.append("approved: there is no money for the grant") }
        guard claim.isClean else { return claim.setAside.append("approved: the policy's findings stand") }
        if let amount = decision.amount, amount.currency != terms.plan.amount.currency {
            return claim.setAside.append("approved: in another currency")
        }
        let amount = min(decision.amount?.minorUnits ?? claim.asked, claim.asked, left)
        guard amount > 0 else { return claim.setAside.append("approved: nothing is left of the grant") }
        left -= amount
        claim.approved = amount
        step(&claim, .approved, decision.actor, decision.reason, at: decision.eventTime)
    }

    private func pay(_ claim: inout Claim, _ decision: ClaimDecisionRecorded) {
        if let amount = decision.amount, amount.currency != terms?.plan.amount.currency {
            return claim.setAside.append("paid: in another currency")
        }
        let open = claim.approved - claim.paid
        claim.paid += min(decision.amount?.minorUnits ?? open, open)
        step(
            &claim, claim.paid == claim.approved ? .paid : .approved, decision.actor, decision.reason,
            at: decision.eventTime)
    }

    /// Ends a claim; its receipts and what was approved are free again.
    private mutating func close(
        _ claim: inout Claim, _ status: ClaimStatus, _ actor: String, _ reason: String?, at moment: Timestamp
    ) {
        left += claim.approved
        claim.approved = 0
        claim.paid = 0
        claim.receipts = []
        step(&claim, status, actor, reason, at: moment)
    }

    private func step(
        _ claim: inout Claim, _ status: ClaimStatus, _ actor: String, _ reason: String? = nil, at moment: Timestamp
    ) {
        claim.steps.append(Claim.Step(status: status, actor: actor, reason: reason, at: moment))
    }

    /// What was paid in all.
    var paid: Int64 { claims.values.reduce(0) { $0 + $1.paid } }

    /// What is approved in all, paid or not.
    var approved: Int64 { claims.values.reduce(0) { $0 + $1.approved } }

    /// What claims ask for that are not decided, as far as the grant reaches.
    var pending: Int64 {
        min(left, claims.values.filter(\.isPending).reduce(0) { min(Int64.max / 2, $0 + min($1.asked, left)) })
    }
}

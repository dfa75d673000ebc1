import Contracts

/// A claim on a grant while its history is read.
struct Claim: Hashable, Sendable {
    /// A step that was taken, by whom and when (INC-11).
    struct Step: Hashable, Sendable {
        let status: ClaimStatus
        let actor: String
        let reason: String?
        let at: Timestamp
    }

    let id: Identifier
    let contractor: Identifier
    /// The sum of its receipts, where they are in the grant's currency.
    var asked: Int64 = 0
    var approved: Int64 = 0
    var paid: Int64 = 0
    /// When it was first handed in.
    var handedIn: Timestamp?
    /// The receipts that it uses up, by the hash of their pictures.
    var receipts: Set<String> = []
    /// Whether the policy has nothing against it.
    var isClean = true
    /// Every step, in order.
    var steps: [Step] = []
    /// Words that came where no step could be taken, each with why.
    var setAside: [String] = []

    /// How it stands; nil before its first step.
    var status: ClaimStatus? { steps.last?.status }

    /// Whether it still asks for money that is not approved.
    var isPending: Bool { status == .submitted || status == .needsInformation }

    /// How it is announced.
    func state(of grant: Identifier, currency: String) -> ClaimState? {
        guard let last = steps.last else { return nil }
        return ClaimState(
            claim: id, contractor: contractor, grant: grant, status: last.status,
            asked: Money(minorUnits: asked, currency: currency),
            approved: Money(minorUnits: approved, currency: currency), actor: last.actor, reason: last.reason,
            at: last.at, sequence: 0)
    }
}

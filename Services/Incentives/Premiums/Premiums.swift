import Contracts

/// Which started engagements get a premium, and of which credential (INC-05 to INC-07).
///
/// An outcome decision: a function of all engagements and credentials of a person, in order of event time, computed
/// anew whenever one of them changes. An engagement that is cancelled before its start uses nothing, so what it used
/// before comes back by itself. A lapsed credential keeps the uses of its time, and so does one that was revoked for
/// cause; neither serves an engagement that starts later, nor one that starts while it is suspended. One whose outcome
/// turned out not to be passed gives none: nothing was earned that could stay (INC-30).
enum Premiums {
    /// The rule's name and version in the audit trail.
    static let rule = "premium-uses/2"
    /// The budget line that pays them, where the programme has one.
    static let line = "premiums"

    /// The uses that a credential entitles to.
    struct Entitlement: Hashable, Sendable {
        let credential: Identifier
        let awardedAt: Timestamp
        let validUntil: Timestamp
        /// How many engagements get the premium.
        let uses: Int
        /// When it serves nobody though its term runs.
        var gaps: [SuspensionHistory.Span] = []

        /// Whether it serves an engagement that starts then.
        func serves(_ start: Timestamp) -> Bool {
            awardedAt.day < start.day && start.day < validUntil.day && !gaps.contains { $0.contains(start) }
        }
    }

    /// An engagement with the moment it started.
    struct Start: Hashable, Sendable {
        let engagement: Identifier
        let at: Timestamp
    }

    /// An engagement that uses up one of a credential's.
    struct Use: Hashable, Sendable {
        let engagement: Identifier
        let credential: Identifier
    }

    /// Gives each engagement one use of the oldest credential that has one left.
    ///
    /// Engagements go in order of their start, then id. A credential serves one that starts strictly after the day of
    /// its award and before the day of its expiry, by calendar days of UTC; the oldest is the one awarded first, then
    /// the one with the lowest id.
    static func allocate(_ starts: [Start], _ entitlements: [Entitlement]) -> [Use] {
        var remaining = entitlements.sorted { ($0.awardedAt, $0.credential) < ($1.awardedAt, $1.credential) }
            .map { (entitlement: $0, left: $0.uses) }
        var uses: [Use] = []
        for start in starts.sorted(by: { ($0.at, $0.engagement) < ($1.at, $1.engagement) }) {
            let open = remaining.firstIndex { $0.left > 0 && $0.entitlement.serves(start.at) }
            guard let open else { continue }
            remaining[open].left -= 1
            uses.append(Use(engagement: start.engagement, credential: remaining[open].entitlement.credential))
        }
        return uses
    }
}

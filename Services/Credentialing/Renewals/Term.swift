import Contracts

/// A time for which a credential was earned: by its award, or by a renewal (CRD-06).
struct Term: Hashable, Sendable {
    /// The renewal that began it; nil for the award.
    let renewal: Identifier?
    /// When it was earned.
    let earnedAt: Timestamp
    /// From when it is valid.
    let validFrom: Timestamp
    /// Until when.
    let validUntil: Timestamp
    /// The score, in percent; none where a person granted it.
    let score: Decimal6?
    /// When it was announced that it can be renewed.
    let openedAt: Timestamp?
}

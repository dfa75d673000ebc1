import Contracts

/// One assessment of an offering.
public struct Coursework: Hashable, Sendable {
    /// Unique in the offering.
    public let id: String
    /// What kind of work it is, in the programme's own words.
    public let kind: String
    /// Its declared share of the outcome, relative to the others; to compute with, see ``Offering/weighted``.
    public let weight: Decimal6
    /// Whether it counts towards passing; what does not is recorded and left out.
    public let counts: Bool
    /// Days after the offering's first day on which it is due.
    public let due: Int?

    /// An assessment of these parts.
    public init(id: String, kind: String, weight: Decimal6, counts: Bool = true, due: Int? = nil) {
        self.id = id
        self.kind = kind
        self.weight = weight
        self.counts = counts
        self.due = due
    }
}

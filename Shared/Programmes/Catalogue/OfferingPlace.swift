/// Where an offering stands in a version of a programme.
///
/// A reference, because definitions are large and every message looks one up.
public final class OfferingPlace: Sendable {
    /// The pathway that has the offering.
    public let pathway: Pathway
    /// The offering.
    public let offering: Offering

    init(pathway: Pathway, offering: Offering) {
        self.pathway = pathway
        self.offering = offering
    }
}

/// Two contractors are one person, or are so no longer (ONB-27).
public struct ContractorLink: Payload, Equatable {
    /// The alias.
    public var contractor = Identifier(high: 0, low: 0)
    /// The older contractor that stands for both; the alias itself when unlinked.
    public var canonical = Identifier(high: 0, low: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        contractor: Identifier, canonical: Identifier, sequence: Int64
    ) {
        self.contractor = contractor
        self.canonical = canonical
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("contractor", &contractor, .any, "The alias.", sample: .sample("contractor"))
        visitor.field(
            "canonical", &canonical, .any,
            "The older contractor that stands for both; the alias itself when unlinked.", sample: .sample("canonical"))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}

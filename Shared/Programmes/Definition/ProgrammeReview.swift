/// How a programme is governed (PRG-01): who signs it, how often it is looked at.
public struct ProgrammeReview: Hashable, Sendable {
    /// Who answers for it.
    public let owners: [OwnerRole]
    /// Days between two reviews of the curriculum.
    public let everyDays: Int

    /// A review of these parts.
    public init(
        owners: [OwnerRole],
        everyDays: Int = 30
    ) {
        self.owners = owners
        self.everyDays = everyDays
    }
}

import Contracts
import Programmes

/// What a decision may know beside the facts: nothing of it comes from a clock or a network.
public struct DecisionContext: Sendable {
    /// The database's clock at the beginning of the batch; the same for every replica.
    public let now: Timestamp
    /// Who is linked with whom.
    public let roster: Roster
    /// The published programmes.
    public let programmes: ProgrammeCatalogue

    /// A context of its parts.
    public init(now: Timestamp, roster: Roster, programmes: ProgrammeCatalogue) {
        self.now = now
        self.roster = roster
        self.programmes = programmes
    }
}

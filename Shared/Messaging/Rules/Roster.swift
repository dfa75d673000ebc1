import Contracts

/// Which contractors are one person: every locked contractor with the one that stands for the group (ONB-27).
public struct Roster: Sendable, Equatable {
    private var canonicals: [Identifier: Identifier] = [:]
    private var groups: [Identifier: [Identifier]] = [:]
    private var sequences: [Identifier: Int64] = [:]

    /// A roster of contractors that are linked with nobody.
    public init() {}

    /// A roster of (contractor, canonical) pairs.
    ///
    /// - Parameter sequences: how often it was announced who stands for a contractor; of those never announced nothing.
    public init(
        _ pairs: [(contractor: Identifier, canonical: Identifier)], sequences: [Identifier: Int64] = [:]
    ) {
        self.sequences = sequences
        for pair in pairs where pair.contractor != pair.canonical {
            canonicals[pair.contractor] = pair.canonical
            groups[pair.canonical, default: [pair.canonical]].append(pair.contractor)
        }
        for key in groups.keys { groups[key]?.sort() }
    }

    /// The contractor who stands for the group; oneself when linked with nobody.
    public func canonical(of contractor: Identifier) -> Identifier {
        canonicals[contractor] ?? contractor
    }

    /// The sequence of the last announcement of who stands for a contractor; 0 when there was none.
    public func linkSequence(of contractor: Identifier) -> Int64 {
        sequences[contractor] ?? 0
    }

    /// Whether anybody here is linked with anybody.
    var hasLinks: Bool { !groups.isEmpty }

    /// Whether a contractor is known to be linked with the one who stands for the group.
    func links(_ contractor: Identifier, _ canonical: Identifier) -> Bool {
        canonicals[contractor] == canonical
    }

    /// All contractors of the group that a contractor belongs to, sorted.
    public func members(of contractor: Identifier) -> [Identifier] {
        let canonical = canonical(of: contractor)
        return groups[canonical] ?? [canonical]
    }

    /// All contractors of the groups that some contractors belong to: sorted, each once.
    ///
    /// - Parameter contractors: sorted, each once.
    public func everybody(with contractors: [Identifier]) -> [Identifier] {
        groups.isEmpty ? contractors : contractors.flatMap(members).sortedUnique()
    }
}

import Contracts

/// Decides which contractors are one person, and who of them stands for all (ONB-27).
///
/// Two contractors are linked when they share a person id, unless an operator set one of them apart, or when an
/// operator linked them. The oldest of a group stands for it: who was first seen, then the smaller id. A function of
/// the identities known, so that no order of arrival changes it.
enum Linking {
    /// Who stands for each of the contractors; the identities of whole groups go in.
    static func canonicals(of identities: some Collection<ContractorIdentity>) -> [Identifier: Identifier] {
        let ordered = identities.sorted { ($0.firstSeen, $0.contractor) < ($1.firstSeen, $1.contractor) }
        var groups = Groups(count: ordered.count)
        let places = Dictionary(uniqueKeysWithValues: zip(ordered.map(\.contractor), ordered.indices))
        var persons: [Identifier: Int] = [:]
        for (place, identity) in ordered.enumerated() {
            if let person = identity.person, !identity.apart {
                if let first = persons[person] { groups.join(first, place) } else { persons[person] = place }
            }
            if let other = identity.joinedTo.flatMap({ places[$0] }) { groups.join(other, place) }
        }
        var canonicals: [Identifier: Identifier] = [:]
        for (place, identity) in ordered.enumerated() {
            canonicals[identity.contractor] = ordered[groups.first(of: place)].contractor
        }
        return canonicals
    }

    /// Disjoint sets of places, each known by its lowest one.
    private struct Groups {
        private var parents: [Int]

        init(count: Int) {
            parents = Array(0..<count)
        }

        mutating func first(of place: Int) -> Int {
            var place = place
            while parents[place] != place {
                parents[place] = parents[parents[place]]
                place = parents[place]
            }
            return place
        }

        mutating func join(_ one: Int, _ other: Int) {
            let (one, other) = (first(of: one), first(of: other))
            parents[max(one, other)] = min(one, other)
        }
    }
}

/// Two samples sorted together, equal values in one group.
struct TieGroups {
    /// How many values of either sample share one value.
    struct Group {
        var a: Int
        var b: Int
        var size: Int { a + b }
    }

    /// The groups by rising value.
    private(set) var groups: [Group] = []

    init(_ a: [Double], _ b: [Double]) {
        let values = (a.map { ($0, true) } + b.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var last: Double?
        for (value, isFirst) in values {
            if last != value { groups.append(Group(a: 0, b: 0)) }
            last = value
            if isFirst { groups[groups.count - 1].a += 1 } else { groups[groups.count - 1].b += 1 }
        }
    }

    /// The groups with the samples exchanged.
    var swapped: TieGroups {
        var other = self
        other.groups = groups.map { Group(a: $0.b, b: $0.a) }
        return other
    }

    /// Whether two values are equal anywhere.
    var hasTies: Bool { groups.contains { $0.size > 1 } }

    /// The pairs in which a is greater, plus half of the equal pairs: U of the first sample by mid-ranks.
    var u: Double {
        var below = 0
        var twice = 0.0
        for group in groups {
            twice += Double(group.a) * Double(2 * below + group.b)
            below += group.b
        }
        return twice / 2
    }

    /// The sum of t^3 - t over the groups.
    var tieTerm: Double {
        groups.reduce(0) { sum, group in
            let size = Double(group.size)
            return sum + size * (size * size - 1)
        }
    }
}

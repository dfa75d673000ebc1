/// The distribution of U when every assignment of the pooled values to the two samples is equally likely.
///
/// The tie groups are passed by rising value; the state is how many of the chosen sample were met and the U that they
/// add up to. Only sums of positive products occur, so the tail keeps its relative accuracy. With ties it is the exact
/// conditional distribution of the mid-ranks; without, the one tabled by Mann and Whitney (1947).
struct RankPermutations {
    private let sizes: [Int]
    private let chosen: Int
    private let total: Int
    /// How many units make one pair: 2 where ties make halves.
    private let unit: Int

    /// Takes the groups and the size of the sample whose U is looked at.
    init(_ groups: TieGroups, chosen: Int) {
        sizes = groups.groups.map(\.size)
        self.chosen = chosen
        total = sizes.reduce(0, +)
        unit = groups.hasTies ? 2 : 1
    }

    /// About how many steps the tail takes.
    func steps(upTo u: Double) -> Double {
        let draws = sizes.reduce(0.0) { $0 + Double($1) * Double($1) }
        return Double(chosen) * (Double(total) * (u * Double(unit) + 1) + draws)
    }

    /// P(U <= u).
    func lowerTail(_ u: Double) -> Double {
        let width = Int(u * Double(unit)) + 1
        var rows = [[Double]](repeating: [], count: chosen + 1)
        rows[0] = [Double](repeating: 0, count: width)
        rows[0][0] = 1
        var seen = 0
        for size in sizes {
            pass(size, seen: seen, width, &rows)
            seen += size
        }
        return min(1, rows[chosen].reduce(0, +))
    }

    /// Passes one group: c of its values go to the chosen sample, each c by the urn's probability.
    private func pass(_ size: Int, seen: Int, _ width: Int, _ rows: inout [[Double]]) {
        let urns = (0...chosen).map { met in
            rows[met].isEmpty ? [] : draws(of: size, wanted: chosen - met, left: total - seen)
        }
        for met in stride(from: min(chosen, seen + size), through: 0, by: -1) {
            // Taken out, not copied: no later row looks at this one.
            var row: [Double] = []
            swap(&row, &rows[met])
            if !row.isEmpty {
                let weight = urns[met][0]
                for index in row.indices { row[index] *= weight }
            }
            for taken in 1...size where taken <= met {
                let before = met - taken
                guard before <= seen, !rows[before].isEmpty, urns[before][taken] > 0 else { continue }
                let pairs = taken * (2 * (seen - before) + size - taken) * unit / 2
                guard pairs < width else { continue }
                if row.isEmpty { row = [Double](repeating: 0, count: width) }
                add(rows[before], times: urns[before][taken], movedBy: pairs, to: &row)
            }
            rows[met] = row
        }
    }

    private func add(_ source: [Double], times weight: Double, movedBy pairs: Int, to target: inout [Double]) {
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                for index in pairs..<target.count { target[index] += source[index - pairs] * weight }
            }
        }
    }

    /// The probabilities of 0, 1, … hits among `size` draws without return, `wanted` of `left` being hits.
    private func draws(of size: Int, wanted: Int, left: Int) -> [Double] {
        var odds = [Double](repeating: 0, count: size + 1)
        odds[0] = 1
        for draw in 0..<size {
            for hits in stride(from: draw, through: 0, by: -1) {
                let hit = Double(max(0, wanted - hits)) / Double(left - draw)
                odds[hits + 1] += odds[hits] * min(1, hit)
                odds[hits] *= max(0, Double(left - draw - max(0, wanted - hits))) / Double(left - draw)
            }
        }
        return odds
    }
}

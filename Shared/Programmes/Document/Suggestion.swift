/// What an author may have meant.
package enum Suggestion {
    /// A sentence that names the nearest known word, or all of them where none is near.
    package static func remedy(for word: String, among known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "Did you mean '\(near)'?" }
        return known.isEmpty
            ? "Leave it out."
            : "Known here: \(known.map { "'\($0)'" }.joined(separator: ", "))."
    }

    /// The known word that differs in the fewest letters, if that is less than half of them.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let candidates = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance * 2 < max(word.count, best.word.count) ? best.word : nil
    }

    /// Letters to insert, delete, replace or swap with their neighbour to turn one text into the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var older: [Int] = []
        var previous = Array(0...right.count)
        for i in 0..<left.count {
            var current = [i + 1]
            for j in 0..<right.count {
                var cost = min(
                    previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, older[j - 1] + 1)
                }
                current.append(cost)
            }
            older = previous
            previous = current
        }
        return previous[right.count]
    }
}

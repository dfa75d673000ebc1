/// What a caller would like to have (RFC 9110, section 12.5.1).
enum MediaRange {
    /// The media ranges of a field, the most wanted first; those of weight zero are left out.
    static func list(_ field: String) -> [String] {
        var ranges: [(range: String, weight: Double)] = []
        for part in field.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let range = pieces.first else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > 0 { ranges.append((range, weight)) }
        }
        // Swift's sort keeps the order of equals.
        return ranges.sorted { $0.weight > $1.weight }.map(\.range)
    }
}

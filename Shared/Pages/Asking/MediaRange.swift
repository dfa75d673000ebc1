/// What a caller would like to have.
///
/// RFC 9110, sections 12.5.1 and 12.5.4: media ranges and languages are listed alike.
public enum MediaRange {
    /// The ranges of a field, the most wanted first; those of weight zero are left out.
    ///
    /// Ranges of one weight keep their order; a range without a weight has the weight 1.
    public static func list(_ field: String) -> [String] {
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

    /// Whether a caller who may have a page or JSON wants the page more, as browsers do.
    ///
    /// - Parameter field: the `Accept` field; whoever sends none, or takes anything, gets JSON.
    public static func prefersPage(_ field: String?) -> Bool {
        for range in list(field ?? "") {
            switch range {
            case "text/html", "application/xhtml+xml": return true
            case "application/json", "application/*", "*/*": return false
            default: continue
            }
        }
        return false
    }
}

/// By what a group of observations is told apart from the others.
struct GroupKey: Hashable, Comparable, Sendable {
    var label: String?
    var isHeld: Bool?
    var variant: String?

    /// The words in a report.
    func words(label name: String?) -> [String: String] {
        var words: [String: String] = [:]
        if let label { words[name ?? "label"] = label }
        if let isHeld { words["credential"] = isHeld ? "held" : "not held" }
        if let variant { words["variant"] = variant }
        return words
    }

    private var place: [String] {
        [label ?? "", variant ?? "", isHeld.map { $0 ? "1" : "2" } ?? ""]
    }

    /// The whole comes first, then by label, variant and credential.
    static func < (left: GroupKey, right: GroupKey) -> Bool {
        left.place.lexicographicallyPrecedes(right.place)
    }
}

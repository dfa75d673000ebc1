/// What comes before what, directly or through others.
struct Precedence {
    private let before: [String: [String]]

    init(_ before: [String: [String]]) {
        self.before = before
    }

    /// All that comes before an element.
    func predecessors(of element: String) -> Set<String> {
        var found: Set<String> = []
        var open = before[element] ?? []
        while let next = open.popLast() {
            if found.insert(next).inserted { open += before[next] ?? [] }
        }
        return found
    }

    /// What comes before itself, in alphabetical order.
    var circular: [String] {
        before.keys.filter { predecessors(of: $0).contains($0) }.sorted()
    }
}

import Programmes

/// The names that a mapping's templates may use, and where each value is found.
struct NameScope {
    /// Columns and computed values, in the order of their slots.
    private(set) var names: [String] = []
    private var slots: [String: Int] = [:]

    /// How many there are.
    var count: Int { names.count }

    /// The slot of a name.
    func slot(_ name: String) -> Int? { slots[name] }

    /// Gives a name the next slot; false where it has one already.
    mutating func add(_ name: String) -> Bool {
        guard slots[name] == nil else { return false }
        slots[name] = names.count
        names.append(name)
        return true
    }

    /// The slot of the name that a value of the mapping says, or nil with a problem noted.
    func slot(at place: DocumentValue?) -> Int? {
        guard let place, let name = place.text() else { return nil }
        if let slot = slots[name] { return slot }
        place.report(
            "unknown-name", "'\(name)' is no column or value here.", remedy: Suggestion.remedy(for: name, among: names))
        return nil
    }

    /// The slots of the names that a list says.
    func slots(at place: DocumentValue?) -> [Int]? {
        guard let place else { return nil }
        let found = place.list().map { slot(at: $0) }
        let slots = found.compactMap { $0 }
        return slots.isEmpty || slots.count < found.count ? nil : slots
    }

    /// The template that a value of the mapping says, or nil with a problem noted.
    func template(at place: DocumentValue?) -> Template? {
        guard let place, let text = place.text() else { return nil }
        var parts: [Template.Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else {
                place.report("template", "A '{' is never closed.", remedy: "Write a gap as '{name}'.")
                return nil
            }
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            guard let slot = slots[name] else {
                place.report(
                    "unknown-name", "'{\(name)}' is no column or value here.",
                    remedy: Suggestion.remedy(for: name, among: names))
                return nil
            }
            parts.append(.slot(slot))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return Template(parts: parts)
    }
}

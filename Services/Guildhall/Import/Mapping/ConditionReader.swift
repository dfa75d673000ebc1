import Programmes

/// Reads what has to hold for a row.
struct ConditionReader {
    let scope: NameScope

    private static let forms = ["present", "empty", "value", "day", "not"]

    /// One condition, or a list of which all have to hold.
    func condition(_ place: DocumentValue) -> Condition? {
        if place.isList {
            let written = place.list().map { self.condition($0) }
            let conditions = written.compactMap { $0 }
            return conditions.count == written.count ? .all(conditions) : nil
        }
        guard let mapping = place.mapping() else { return nil }
        let written = ConditionReader.forms.filter { mapping.value($0) != nil }
        guard written.count == 1 else {
            place.report(
                "condition", written.isEmpty ? "This says no condition." : "This says more than one condition.",
                remedy: "Write one of: \(ConditionReader.forms.map { "'\($0)'" }.joined(separator: ", ")), or a list.")
            return nil
        }
        let found = form(written[0], mapping)
        mapping.finish()
        return found
    }

    private func form(_ form: String, _ mapping: DocumentMapping) -> Condition? {
        let place = mapping.value(form)
        switch form {
        case "present": return scope.slot(at: place).map { .present($0) }
        case "empty": return scope.slot(at: place).map { .empty($0) }
        case "not": return place.flatMap { self.condition($0) }.map { .not($0) }
        case "value":
            let text = mapping.required("is", "Say the text that it has to be.")?.text()
            guard let slot = scope.slot(at: place), let text else { return nil }
            return .equals(slot, text)
        default:
            let before = mapping.value("before")
            let after = mapping.value("after")
            guard (before == nil) != (after == nil) else {
                mapping.place.report(
                    "condition", "A day is compared with one other.", remedy: "Add either 'before' or 'after'.")
                return nil
            }
            guard let slot = scope.slot(at: place), let other = scope.slot(at: before ?? after) else { return nil }
            return before == nil ? .before(other, slot) : .before(slot, other)
        }
    }
}

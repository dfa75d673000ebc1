import Programmes

/// Reads how a value is computed.
struct ExpressionReader {
    let scope: NameScope
    let lookups: [String: [String: String]]

    private static let forms = ["text", "lookup", "day", "earlier-of", "later-of", "if"]

    /// A name, or one of the forms with what belongs to it.
    func expression(_ place: DocumentValue) -> Expression? {
        if place.isScalar { return scope.slot(at: place).map { .slot($0) } }
        guard let mapping = place.mapping() else { return nil }
        let written = ExpressionReader.forms.filter { mapping.value($0) != nil }
        guard written.count == 1 else {
            place.report(
                "value", written.isEmpty ? "This says no value." : "This says more than one value.",
                remedy: "Write one of: \(ExpressionReader.forms.map { "'\($0)'" }.joined(separator: ", ")).")
            return nil
        }
        let expression = form(written[0], mapping)
        let otherwise = mapping.value("otherwise")
        mapping.finish()
        guard let expression else { return nil }
        guard let otherwise else { return expression }
        return self.expression(otherwise).map { .fallback(expression, $0) }
    }

    private func form(_ form: String, _ mapping: DocumentMapping) -> Expression? {
        let place = mapping.value(form)
        switch form {
        case "text": return scope.template(at: place).map { .text($0) }
        case "earlier-of": return scope.slots(at: place).map { .earliest($0) }
        case "later-of": return scope.slots(at: place).map { .latest($0) }
        case "lookup": return lookup(place, mapping)
        case "day": return moment(place, mapping)
        default: return choice(place, mapping)
        }
    }

    private func lookup(_ place: DocumentValue?, _ mapping: DocumentMapping) -> Expression? {
        let slot = scope.slot(at: mapping.required("of", "Name the value to look up."))
        guard let place, let name = place.text() else { return nil }
        guard let table = lookups[name] else {
            place.report(
                "unknown-lookup", "'\(name)' is not among the lookups.",
                remedy: Suggestion.remedy(for: name, among: lookups.keys.sorted()))
            return nil
        }
        return slot.map { .lookup(table: table, name: name, of: $0) }
    }

    private func moment(_ place: DocumentValue?, _ mapping: DocumentMapping) -> Expression? {
        let base = scope.slot(at: place)
        guard let plus = mapping.value("plus") else { return base.map { .moment(.slot($0), plus: .fixed(0)) } }
        let offset: Expression.DayOffset?
        if let text = plus.isScalar ? plus.text() : nil, let days = Int(text), abs(days) < 1_000_000 {
            offset = .fixed(days)
        } else {
            offset = scope.slot(at: plus).map { .slot($0) }
        }
        guard let base, let offset else { return nil }
        return .moment(.slot(base), plus: offset)
    }

    private func choice(_ place: DocumentValue?, _ mapping: DocumentMapping) -> Expression? {
        let condition = place.flatMap { ConditionReader(scope: scope).condition($0) }
        let then = scope.template(at: mapping.required("then", "Say the text where the condition holds."))
        let otherwise = scope.template(at: mapping.required("else", "Say the text where it does not."))
        guard let condition, let then, let otherwise else { return nil }
        return .choice(condition, then: then, otherwise: otherwise)
    }
}

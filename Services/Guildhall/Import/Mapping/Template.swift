/// A text with gaps for values: `oulad:{id_student}`.
struct Template: Sendable, Hashable {
    /// A piece of it.
    enum Part: Sendable, Hashable {
        /// Text as it stands.
        case text(String)
        /// The value of a name.
        case slot(Int)
    }

    let parts: [Part]

    /// The text, where there is no gap in it.
    var constant: String? {
        if parts.isEmpty { return "" }
        guard parts.count == 1, case .text(let text) = parts[0] else { return nil }
        return text
    }

    /// The filled text; a template that is one gap gives the value as it is, and one with an empty gap gives nothing.
    func fill(_ values: [ImportValue]) -> ImportValue {
        if parts.count == 1, case .slot(let slot) = parts[0] { return values[slot] }
        var filled = ""
        for part in parts {
            switch part {
            case .text(let text): filled += text
            case .slot(let slot):
                guard let text = values[slot].text else { return .empty }
                filled += text
            }
        }
        return ImportValue(filled)
    }
}

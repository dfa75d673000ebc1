import Programmes

/// Reads the data of a message against the fields of its contract.
struct DataReader {
    let scope: NameScope

    /// The members in the contract's order, whatever the mapping's.
    func members(_ mapping: DocumentMapping, _ fields: [ContractField]) -> [DataMember] {
        var members: [DataMember] = []
        for field in fields {
            guard let value = mapping.value(field.name) else {
                if field.required {
                    mapping.place.report(
                        "missing-field", "The contract requires '\(field.name)'.",
                        remedy: "Add it, or every message would be refused.")
                }
                continue
            }
            if let content = content(value, field) { members.append(DataMember(name: field.name, content: content)) }
        }
        mapping.finish()
        return members
    }

    private func content(_ place: DocumentValue, _ field: ContractField) -> DataContent? {
        switch field.shape {
        case .group(let fields):
            return place.mapping().map { .members(members($0, fields)) }
        case .map:
            guard let entries = place.mapping()?.entries() else { return nil }
            return .members(
                entries.compactMap { key, value in
                    guard let name = key.text(atMost: 100), let template = scope.template(at: value) else { return nil }
                    return DataMember(name: name, content: .value(template, .text))
                })
        case .list:
            place.report("list", "'\(field.name)' is a list, which a row cannot give.", remedy: "Leave it out.")
            return nil
        case .value(let kind):
            guard let template = scope.template(at: place) else { return nil }
            check(template.constant, kind, at: place)
            return .value(template, kind)
        }
    }

    /// A constant that the contract would refuse is refused here; what comes from a row is the service's to judge.
    private func check(_ constant: String?, _ kind: FieldKind, at place: DocumentValue) {
        guard let constant else { return }
        switch kind {
        case .word(let words) where !words.contains(constant):
            place.report(
                "choice", "'\(constant)' is not known here.", remedy: Suggestion.remedy(for: constant, among: words))
        case .integer where Int64(constant) == nil:
            place.report("number", "'\(constant)' is no whole number.", remedy: "Write digits only.")
        case .decimal where !JSONNumber.isValid(constant):
            place.report("number", "'\(constant)' is no number.", remedy: "Write digits, with a point if need be.")
        case .bool where JSONScalar.bool(constant) == nil:
            place.report("choice", "'\(constant)' is neither true nor false.", remedy: "Write 'true' or 'false'.")
        case .moment where MomentText.parse(constant) == nil, .day where CalendarText.parse(constant) == nil:
            place.report("date", "'\(constant)' is no date.", remedy: "Write it as 2026-03-31.")
        default:
            break
        }
    }
}

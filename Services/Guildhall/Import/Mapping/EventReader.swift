import Programmes

/// Reads a message that a row becomes.
struct EventReader {
    let contracts: [String: [ContractField]]
    let scope: NameScope

    func event(_ mapping: DocumentMapping) -> EventMapping? {
        let name = mapping.required("event", "Call it something, for errors and counts.")?.id()
        let typePlace = mapping.required("type", "Give the type of the message.")
        let fields = fields(typePlace)
        let condition = mapping.value("when").map { ConditionReader(scope: scope).condition($0) } ?? .all([])
        let id = scope.template(at: mapping.required("id", "Say how its id is made: it must never change."))
        let time = scope.slot(at: mapping.required("time", "Name the value that says when it happened."))
        let order = mapping.value("order").map { $0.integer(in: 0...999) } ?? 0
        let dataPlace = mapping.required("data", "Give the fields of the message.")
        let data = fields.flatMap { fields in
            dataPlace?.mapping().map { DataReader(scope: scope).members($0, fields) }
        }
        mapping.finish()
        if let id, id.constant != nil {
            mapping.place.report(
                "id", "All messages of '\(name ?? "")' would have one id.", remedy: "Use columns in it: '{column}'.")
        }
        guard let name, let type = typePlace?.text(), let condition, let id, let time, let order, let data
        else { return nil }
        return EventMapping(
            name: name, type: type, condition: condition, id: id, time: time, order: order, data: data,
            line: mapping.place.line)
    }

    private func fields(_ place: DocumentValue?) -> [ContractField]? {
        guard let place, let type = place.text() else { return nil }
        if let fields = contracts[type] { return fields }
        place.report(
            "unknown-type", "'\(type)' is no type that an outside publisher may send.",
            remedy: Suggestion.remedy(for: type, among: contracts.keys.sorted()))
        return nil
    }
}

import Programmes

/// Reads what a mapping makes of the rows of one file.
struct RecordReader {
    let contracts: [String: [ContractField]]
    let files: [String: MappedFile]
    let lookups: [String: [String: String]]

    func record(_ mapping: DocumentMapping) -> RecordMapping? {
        var scope = NameScope()
        let rows = mapping.required("rows-of", "Name the file whose rows are gone through.")
        let file = file(rows)
        for column in file?.columns ?? [] { _ = scope.add(column) }
        let joins = (mapping.value("join")?.list() ?? []).compactMap { join($0, &scope) }
        let columnCount = scope.count
        let values = values(mapping.value("values"), &scope)
        let written = mapping.required("events", "Say which messages a row becomes.")?.list() ?? []
        let reader = EventReader(contracts: contracts, scope: scope)
        let events = written.compactMap { value in value.mapping().flatMap { reader.event($0) } }
        mapping.finish()
        guard let file else { return nil }
        return RecordMapping(file: file.name, columnCount: columnCount, joins: joins, values: values, events: events)
    }

    private func file(_ place: DocumentValue?) -> (name: String, columns: [String], key: [String])? {
        guard let place, let name = place.text() else { return nil }
        if let file = files[name] { return (name, file.columns, file.key) }
        place.report(
            "unknown-file", "'\(name)' is not among the files.",
            remedy: Suggestion.remedy(for: name, among: files.keys.sorted()))
        return nil
    }

    private func join(_ place: DocumentValue, _ scope: inout NameScope) -> Join? {
        let mapping = place.isScalar ? nil : place.mapping()
        let filePlace = place.isScalar ? place : mapping?.required("file", "Name the file to join.")
        let on = mapping?.value("on")
        let optional = mapping?.value("optional").map { $0.bool() } ?? false
        mapping?.finish()
        guard let file = file(filePlace), let optional else { return nil }
        guard !file.key.isEmpty else {
            place.report(
                "join-key", "'\(file.name)' has no key to be joined by.", remedy: "Give it a 'key' under 'files'.")
            return nil
        }
        let slots: [Int]
        if let on {
            guard let named = scope.slots(at: on) else { return nil }
            slots = named
        } else {
            let found = file.key.map { scope.slot($0) }
            slots = found.compactMap { $0 }
            if slots.count < found.count {
                place.report(
                    "join-key", "The row has not all columns of the key of '\(file.name)'.",
                    remedy: "Say which to use: '{file: \(file.name), on: [...]}', in the key's order.")
                return nil
            }
        }
        guard slots.count == file.key.count else {
            place.report(
                "join-key", "The key of '\(file.name)' has \(file.key.count) columns, 'on' has \(slots.count).",
                remedy: "Name as many, in the key's order: \(file.key.joined(separator: ", ")).")
            return nil
        }
        var gained: [Int] = []
        for (index, column) in file.columns.enumerated() where !file.key.contains(column) {
            gained.append(index)
            if !scope.add(column) {
                place.report(
                    "duplicate-name", "The column '\(column)' of '\(file.name)' has the name of another one.",
                    remedy: "Leave it out of the columns of one of the files.")
            }
        }
        return Join(file: file.name, on: slots, columns: gained, optional: optional)
    }

    private func values(_ place: DocumentValue?, _ scope: inout NameScope) -> [ComputedValue] {
        var values: [ComputedValue] = []
        for (key, value) in place?.mapping()?.entries() ?? [] {
            guard let name = key.id() else { continue }
            let expression = ExpressionReader(scope: scope, lookups: lookups).expression(value)
            guard scope.add(name) else {
                key.report(
                    "duplicate-name", "'\(name)' is a column already.", remedy: "Give the value a name of its own.")
                continue
            }
            // A name that could not be read keeps its slot, so that its uses are not reported as well.
            values.append(
                ComputedValue(name: name, expression: expression ?? .text(Template(parts: [])), line: key.line))
        }
        return values
    }
}

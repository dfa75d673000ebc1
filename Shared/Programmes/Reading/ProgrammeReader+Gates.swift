import Yams

extension ProgrammeReader {
    /// The gates of a programme, whose credentials are those of its own pathways.
    func actionGates(_ place: DocumentValue?, among pathways: Set<String>) -> [ActionGate] {
        let written = place?.list() ?? []
        let gates = written.compactMap { value in value.mapping().flatMap { actionGate($0, among: pathways) } }
        unique(written, "id", of: "the gates")
        var seen: Set<[String]> = []
        for (value, gate) in zip(written, gates) where written.count == gates.count {
            if seen.insert([gate.action, gate.assetClass]).inserted { continue }
            value.report(
                "duplicate-gate", "A gate before '\(gate.action)' on '\(gate.assetClass)' stands here already.",
                remedy: "Keep one, and list all that it asks for in it.")
        }
        return gates
    }

    /// The screenings of a programme.
    func screenings(_ place: DocumentValue?, among pathways: Set<String>) -> [ScreeningPlan] {
        let written = place?.list() ?? []
        let plans = written.compactMap { value in value.mapping().flatMap { screening($0, among: pathways) } }
        unique(written, "id", of: "the screenings")
        return plans
    }

    /// The ids of pathways as they are written, whatever else is wrong with them.
    func pathwayIDs(_ written: [DocumentValue]) -> Set<String> {
        Set(written.compactMap { $0.node.mapping?["id"]?.scalar?.string })
    }

    private func actionGate(_ mapping: DocumentMapping, among pathways: Set<String>) -> ActionGate? {
        let id = mapping.required("id", "Give the gate an id, which answers cite.")?.id()
        let action = mapping.required("action", "Name the action, such as 'action: deploy'.")?.id()
        let assetClass = mapping.required("asset-class", "Name what it is performed on, such as 'payment'.")?.id()
        let basis = mapping.required("basis", "Say why there is such a gate.")
            .flatMap { criteria($0, isBound: true) }
        let any = mapping.value("any-of")
        let all = mapping.value("all-of")
        refusePresence(mapping)
        mapping.finish()
        guard (any == nil) != (all == nil), let place = any ?? all else {
            mapping.place.report(
                "requirement", "A gate says either 'any-of' or 'all-of'.",
                remedy: "List the pathways whose credentials open it, such as 'any-of: [till]'.")
            return nil
        }
        let named = references(place, among: pathways)
        guard let id, let action, let assetClass, let basis else { return nil }
        return ActionGate(
            id: id, action: action, assetClass: assetClass, requirement: any == nil ? .all(named) : .any(named),
            basis: basis)
    }

    private func screening(_ mapping: DocumentMapping, among pathways: Set<String>) -> ScreeningPlan? {
        let id = mapping.required("id", "Give the screening an id, which a query names.")?.id()
        let title = title(of: mapping)
        let basis = mapping.required("basis", "Say by whose declaration a credential counts.")
            .flatMap { criteria($0, isBound: true) }
        let written = mapping.required("steps", "List the steps.")?.list() ?? []
        let steps = written.compactMap { value in value.mapping().flatMap { step($0, among: pathways) } }
        mapping.finish()
        unique(written, "id", of: "the steps")
        guard let id, let title, let basis else { return nil }
        return ScreeningPlan(id: id, title: title, basis: basis, steps: steps)
    }

    private func step(_ mapping: DocumentMapping, among pathways: Set<String>) -> ScreeningStep? {
        let id = mapping.required("id", "Give the step an id.")?.id()
        let title = title(of: mapping)
        let replacedBy = mapping.value("replaced-by").map { references($0, among: pathways) } ?? []
        mapping.finish()
        guard let id, let title else { return nil }
        return ScreeningStep(id: id, title: title, replacedBy: replacedBy)
    }

    /// Pathways of this programme, by their ids.
    func references(_ place: DocumentValue, among pathways: Set<String>) -> [String] {
        place.list().compactMap { reference($0, among: pathways) }
    }

    /// A pathway of this programme, by its id.
    func reference(_ place: DocumentValue, among pathways: Set<String>) -> String? {
        guard let id = place.id() else { return nil }
        guard pathways.contains(id) else {
            place.report(
                "unknown-pathway", "'\(id)' is no pathway of this programme.",
                remedy: Suggestion.remedy(for: id, among: pathways.sorted()))
            return nil
        }
        return id
    }
}

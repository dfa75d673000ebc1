import Contracts

/// Reads a programme's text.
public struct ProgrammeReader {
    let purpose: ReadingPurpose

    /// The definition that a text says.
    ///
    /// - Throws: all problems at once, each with its line, rule and remedy.
    public static func read(
        _ text: String, for purpose: ReadingPurpose = .publication,
    ) throws(ProgrammeProblems) -> ProgrammeDefinition {
        let document = Document()
        let root = try document.root(of: text)
        let definition = root.mapping().flatMap { ProgrammeReader(purpose: purpose).programme($0) }
        try document.check()
        guard let definition else {
            // Whatever is missing was reported, so there is nothing to return without a problem noted.
            throw ProgrammeProblems(document.problems)
        }
        return definition
    }

    private func programme(_ mapping: DocumentMapping) -> ProgrammeDefinition? {
        let id = mapping.required("programme", "Give the programme an id, such as 'programme: retail-season'.")?.id()
        let title = title(of: mapping)
        let description = mapping.value("description").flatMap { prose($0) }
        let delivery = delivery(of: mapping)
        let participation = participation(of: mapping)
        let groups = groups(mapping.value("groups"))
        let written = mapping.required("pathways", "List at least one pathway.")?.list() ?? []
        let pathways = written.compactMap { value in value.mapping().flatMap { pathway($0) } }
        let rewards = mapping.value("rewards").flatMap { $0.mapping() }.map { self.rewards($0) } ?? Rewards()
        let ids = pathwayIDs(written)
        let gates = actionGates(mapping.value("action-gates"), among: ids)
        let screenings = screenings(mapping.value("screening"), among: ids)
        mapping.finish()
        unique(written, "id", of: "pathways")
        uniqueOfferings(written)
        checkCoIssuers(written, of: id, pathways)
        guard let id, let title, let delivery, let participation else { return nil }
        return ProgrammeDefinition(
            id: id, title: title, description: description, delivery: delivery, participation: participation,
            groups: groups, pathways: pathways, rewards: rewards, gates: gates, screenings: screenings)
    }

    private func delivery(of mapping: DocumentMapping) -> Delivery? {
        let place = mapping.required("delivery", "Write 'delivery: external' where the learning happens elsewhere.")
        guard let place, let delivery = place.choice(of: Delivery.self) else { return nil }
        switch delivery {
        case .external:
            for key in ["units", "times", "payments", "invitations", "gates"] {
                mapping.refuse(
                    key, rule: "external-delivery",
                    "'\(key)' has no place in a programme whose learning happens elsewhere.",
                    remedy: "Leave it out: what is not delivered here is not timed, paid, invited to or gated.")
            }
        case .guildhall:
            if purpose == .publication {
                place.report(
                    "delivery", "A programme delivered by Guildhall needs units, which cannot be described yet.",
                    remedy: "Write 'delivery: external' and send the results of the assessments.")
            }
        }
        return delivery
    }

    private func participation(of mapping: DocumentMapping) -> Participation? {
        let remedy = "Write 'participation: voluntary'; a worker takes part by an opt-in only."
        guard let place = mapping.required("participation", remedy), let text = place.text() else { return nil }
        guard let participation = Participation(rawValue: text) else {
            place.report("voluntary-participation", "Taking part has to be voluntary, not '\(text)'.", remedy: remedy)
            return nil
        }
        return participation
    }

    private func groups(_ place: DocumentValue?) -> [DeclaredGroup] {
        let written = place?.list() ?? []
        let groups = written.compactMap { value in value.choice(of: DeclaredGroup.self) }
        if let place, Set(groups).count < groups.count {
            place.report("duplicate", "A group stands twice.", remedy: "Keep one of each.")
        }
        return groups
    }
}

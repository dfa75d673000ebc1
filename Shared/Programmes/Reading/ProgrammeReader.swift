import Contracts
import Yams

/// Reads a programme's text.
public struct ProgrammeReader {
    let purpose: ReadingPurpose
    /// Who delivers it, which says what else is read.
    let delivery: Delivery

    /// The definition that a text says.
    ///
    /// - Throws: all problems at once, each with its line, rule and remedy.
    public static func read(
        _ text: String, for purpose: ReadingPurpose = .publication,
    ) throws(ProgrammeProblems) -> ProgrammeDefinition {
        let document = Document()
        let definition = try definition(text, in: document, for: purpose, ProgrammeCheck.assessmentCeiling)
        try document.check()
        guard let definition else {
            // Whatever is missing was reported, so there is nothing to return without a problem noted.
            throw ProgrammeProblems(document.problems)
        }
        return definition
    }

    /// What stands against publishing a text, and what deserves a second thought.
    ///
    /// - Parameter assessmentCeiling: minutes of an assessment above which there is a warning (ASM-14).
    public static func check(
        _ text: String, assessmentCeiling: Int = ProgrammeCheck.assessmentCeiling,
    ) -> ProgrammeCheck {
        let document = Document()
        do throws(ProgrammeProblems) {
            let definition = try definition(text, in: document, for: .publication, assessmentCeiling)
            return ProgrammeCheck(definition: definition, document: document)
        } catch {
            return ProgrammeCheck(definition: nil, problems: error.problems)
        }
    }

    private static func definition(
        _ text: String, in document: Document, for purpose: ReadingPurpose, _ assessmentCeiling: Int,
    ) throws(ProgrammeProblems) -> ProgrammeDefinition? {
        let root = try document.root(of: text)
        guard let mapping = root.mapping() else { return nil }
        let delivery = root.node.mapping?["delivery"]?.scalar.flatMap { Delivery(rawValue: $0.string) } ?? .external
        let reader = ProgrammeReader(purpose: purpose, delivery: delivery)
        let definition = reader.programme(mapping)
        if purpose == .publication, let definition {
            Guardrails(definition, root, assessmentCeiling: assessmentCeiling).check()
        }
        return definition
    }

    private func programme(_ mapping: DocumentMapping) -> ProgrammeDefinition? {
        let id = mapping.required("programme", "Give the programme an id, such as 'programme: retail-season'.")?.id()
        let title = title(of: mapping)
        let description = mapping.value("description").flatMap { prose($0) }
        let delivery = delivery(of: mapping)
        let participation = participation(of: mapping)
        let groups = distinct(mapping.value("groups"), of: DeclaredGroup.self, "A group")
        let written = mapping.required("pathways", "List at least one pathway.")?.list() ?? []
        let ids = pathwayIDs(written)
        let pathways = written.compactMap { value in value.mapping().flatMap { pathway($0, among: ids) } }
        let rewards =
            mapping.value("rewards").flatMap { $0.mapping() }.map { self.rewards($0, among: ids) } ?? Rewards()
        let gates = actionGates(mapping.value("action-gates"), among: ids)
        let screenings = screenings(mapping.value("screening"), among: ids)
        let plan = self.delivery == .guildhall ? plan(mapping, among: ids) : ProgrammePlan()
        mapping.finish()
        unique(written, "id", of: "pathways")
        uniqueOfferings(written)
        checkCoIssuers(written, of: id, pathways)
        guard let id, let title, let delivery, let participation else { return nil }
        return ProgrammeDefinition(
            id: id, title: title, description: description, delivery: delivery, participation: participation,
            groups: groups, pathways: pathways, rewards: rewards, gates: gates, screenings: screenings,
            languages: plan.languages, texts: plan.texts, objectives: plan.objectives, diagnosis: plan.diagnosis,
            kpis: plan.kpis, onboarding: plan.onboarding, reminders: plan.reminders, review: plan.review,
            budgets: plan.budgets, experiments: plan.experiments)
    }

    private func delivery(of mapping: DocumentMapping) -> Delivery? {
        let place = mapping.required(
            "delivery",
            "Write 'delivery: guildhall' where the learning happens here, 'delivery: external' where it does not."
        )
        guard let place, let delivery = place.choice(of: Delivery.self) else { return nil }
        refuseElsewhere(ProgrammePlan.keys + ["units", "times", "payments", "invitations", "gates"], in: mapping)
        return delivery
    }

    private func participation(of mapping: DocumentMapping) -> Participation? {
        let remedy = "Write 'participation: voluntary'; a worker takes part by an opt-in only."
        refuseMandatory(mapping)
        guard let place = mapping.required("participation", remedy), let text = place.text() else { return nil }
        guard let participation = Participation(rawValue: text) else {
            place.report("voluntary-participation", "Taking part has to be voluntary, not '\(text)'.", remedy: remedy)
            return nil
        }
        return participation
    }
}

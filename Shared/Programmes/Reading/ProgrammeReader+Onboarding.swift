extension ProgrammeReader {
    /// The onboarding of the programme's roles.
    func onboarding(_ place: DocumentValue?, among pathways: Set<String>) -> [OnboardingRole] {
        let written = place?.list() ?? []
        let roles = written.compactMap { value in value.mapping().flatMap { role($0, among: pathways) } }
        unique(written, "role", of: "the onboarding")
        return roles
    }

    private func role(_ mapping: DocumentMapping, among pathways: Set<String>) -> OnboardingRole? {
        let role = mapping.required("role", "Name the role by its code.")?.text(atMost: 200)
        let clock = mapping.value("clock").flatMap { $0.mapping() }
        let hours = clock?.value("within").map { $0.integer(in: 1...8760, unit: "hours") } ?? 72
        let warning = clock?.value("warning").map { $0.integer(in: 1...8760, unit: "hours") } ?? 24
        let start = clock?.value("from").map { $0.choice(of: ClockStart.self) } ?? .acceptance
        clock?.finish()
        let welcome = mapping.value("welcome").map { $0.id() } ?? "welcome"
        let written = mapping.required("steps", "List what has to be there before the first day.")?.list() ?? []
        let steps = written.compactMap { value in value.mapping().flatMap { onboardingStep($0, among: pathways) } }
        let milestones = (mapping.value("milestones")?.list() ?? []).compactMap { value in
            value.mapping().flatMap { milestone($0) }
        }
        refusePresence(mapping)
        mapping.finish()
        unique(written, "id", of: "the steps")
        guard let role, let hours, let warning, let start, let welcome else { return nil }
        if let clock, warning >= hours {
            clock.place.report(
                "clock", "The warning would come before the clock begins.",
                remedy: "Let it be shorter than the time that there is, such as 'warning: 24 hours'.")
        }
        return OnboardingRole(
            role: role, hours: hours, warningHours: warning, clockStart: start, steps: steps, welcome: welcome,
            milestones: milestones)
    }

    private func onboardingStep(_ mapping: DocumentMapping, among pathways: Set<String>) -> OnboardingStep? {
        let id = mapping.required("id", "Give the step an id.")?.id()
        let kind = mapping.required("kind", "Say what kind of step it is, such as 'kind: verification'.")?
            .choice(of: StepKind.self)
        let basis = mapping.value("basis").flatMap { $0.mapping() }.flatMap { self.basis($0) }
        let title = mapping.required("title", "Say what people call it.")
            .flatMap { criteria($0, atMost: 200, isBound: basis != nil) }
        let needs = mapping.value("needs").flatMap { criteria($0, isBound: basis != nil) }
        let minutes = mapping.value("takes").flatMap { $0.integer(in: 1...2880, unit: "minutes") }
        let owner = mapping.required("owner", "Say who answers for it, such as 'owner: operations'.")?
            .choice(of: OwnerRole.self)
        let pathway = mapping.value("pathway").flatMap { reference($0, among: pathways) }
        let check = mapping.value("check").flatMap { $0.id() }
        let unit = mapping.value("unit").flatMap { $0.id() }
        let waivedBy = mapping.value("waived-by").map { references($0, among: pathways) } ?? []
        let isMandatory = mapping.value("mandatory").flatMap { $0.bool() }
        refusePresence(mapping)
        mapping.finish()
        guard let id, let kind, let title, let owner else { return nil }
        checkBasis(mapping, kind, isMandatory)
        if kind == .credential, !mapping.place.has("pathway") {
            mapping.place.report(
                "missing-key", "'pathway' is missing.", remedy: "Name the pathway whose credential the step asks for.")
        }
        return OnboardingStep(
            id: id, kind: kind, title: title, needs: needs, minutes: minutes, owner: owner, basis: basis,
            pathway: pathway, check: check, unit: unit, waivedBy: waivedBy)
    }

    /// A mandatory item carries its basis; without one it stays voluntary (G2, ONB-18).
    private func checkBasis(_ mapping: DocumentMapping, _ kind: StepKind, _ isMandatory: Bool?) {
        guard purpose == .publication else { return }
        let remedy =
            "Write 'basis: {kind: site rule, reference: where it is written}'; the kind is 'law', 'site rule' or "
            + "'acceptance criterion'."
        switch (isMandatory, mapping.place.has("basis")) {
        case (true?, false):
            mapping.place.nearest("mandatory").report(
                "mandatory-basis", "A mandatory step needs the basis that makes it so.",
                remedy: "\(remedy) Without one it stays voluntary.")
        case (false?, true):
            mapping.place.nearest("mandatory").report(
                "mandatory-basis", "A step with a basis is mandatory.", remedy: "Leave out 'mandatory' or the basis.")
        case (nil, false) where kind == .safety:
            mapping.place.warn(
                "mandatory-basis", "Without a basis this safety step stays voluntary, and no start waits for it.",
                remedy: remedy)
        default: break
        }
    }

    private func basis(_ mapping: DocumentMapping) -> StepBasis? {
        let kind = mapping.required("kind", "Write 'law', 'site rule' or 'acceptance criterion'.")?
            .choice(of: BasisKind.self)
        let reference = mapping.required("reference", "Say where it is written.")?.text(atMost: 500)
        mapping.finish()
        guard let kind, let reference else { return nil }
        return StepBasis(kind: kind, reference: reference)
    }

    private func milestone(_ mapping: DocumentMapping) -> PayMilestone? {
        let trigger = mapping.required("when", "Say what has to happen.").flatMap { criteria($0, atMost: 300) }
        let amount = mapping.value("amount")
        let rate = mapping.value("rate")
        refusePresence(mapping)
        mapping.finish()
        guard (amount == nil) != (rate == nil) else {
            mapping.place.report(
                "milestone", "A milestone says either 'amount' or 'rate'.",
                remedy: "Write what follows, such as 'amount: USD 18' or 'rate: 5 %'.")
            return nil
        }
        guard let trigger else { return nil }
        return PayMilestone(
            trigger: trigger, amount: amount.flatMap { $0.money() }, basisPoints: rate.flatMap { $0.basisPoints() })
    }
}

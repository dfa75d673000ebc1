extension ProgrammeReader {
    /// What is tried out.
    func experiments(_ place: DocumentValue?, among pathways: Set<String>) -> [ExperimentPlan] {
        let written = place?.list() ?? []
        let experiments = written.compactMap { value in value.mapping().flatMap { experiment($0, among: pathways) } }
        unique(written, "id", of: "the experiments")
        unique(written, "salt", of: "the experiments, which would not be independent")
        return experiments
    }

    private func experiment(_ mapping: DocumentMapping, among pathways: Set<String>) -> ExperimentPlan? {
        let id = mapping.required("id", "Give the experiment an id.")?.id()
        let hypothesis = mapping.required("hypothesis", "Say what is expected, and why.").flatMap { prose($0) }
        let salt = mapping.required("salt", "Write any text; it makes the assignment independent of the others.")?.id()
        let written = mapping.required("variants", "List the variants, the control first.")?.list() ?? []
        let variants = written.compactMap { value in value.mapping().flatMap { variant($0) } }
        let eligible = mapping.value("eligible").flatMap { prose($0, atMost: 500) }
        let pathway = mapping.value("pathway").flatMap { reference($0, among: pathways) }
        let primary = mapping.required("primary", "Name the KPI that decides.").flatMap { figure($0) }
        let secondary = (mapping.value("secondary")?.list() ?? []).compactMap { figure($0) }
        let from = mapping.required("from", "Give the first day, such as 'from: 2026-02-01'.")?.day()
        let until = mapping.required("until", "Give the last day, such as 'until: 2026-05-31'.")?.day()
        let size = mapping.required("per-variant", "Say how many workers are planned in each, such as 200.")?
            .integer(in: 1...10_000_000)
        let override = mapping.value("override").flatMap { prose($0, atMost: 1000) }
        let unit = mapping.value("unit").map { $0.choice(of: AssignmentUnit.self) } ?? .worker
        let namespace = mapping.value("namespace").flatMap { $0.mapping() }.flatMap { self.namespace($0) }
        let partners = (mapping.value("with")?.list() ?? []).compactMap { $0.id() }
        let within = mapping.value("within").map { $0.integer(in: 1...366, unit: "days") } ?? 60
        let before = mapping.value("before").map { $0.integer(in: 1...366, unit: "days") } ?? 90
        let adjustment = mapping.value("adjust").flatMap { $0.choice(of: PreAdjustment.self) }
        let base = mapping.value("base").flatMap { $0.share() }
        let deviation = mapping.value("deviation").flatMap { $0.share() }
        let effect = mapping.value("smallest-effect").flatMap { $0.share() }
        let guardrails = guardrails(mapping.value("guardrails"))
        let decision = mapping.value("decision").flatMap { $0.mapping() }.flatMap { self.decision($0) }
        mapping.finish()
        unique(written, "id", of: "the variants")
        guard let id, let hypothesis, let salt, let primary, let from, let until, let size, let unit, let within,
            let before
        else { return nil }
        return ExperimentPlan(
            id: id, hypothesis: hypothesis, salt: salt, variants: variants, eligible: eligible, pathway: pathway,
            primary: primary, secondary: secondary, from: from, until: until, sizePerVariant: size, override: override,
            unit: unit, namespace: namespace, factorialWith: partners, within: within, preDays: before,
            adjustment: adjustment, base: base, deviation: deviation, smallestEffect: effect, guardrails: guardrails,
            decision: decision)
    }

    private func variant(_ mapping: DocumentMapping) -> ExperimentVariant? {
        let id = mapping.required("id", "Give the variant an id.")?.id()
        let weight = mapping.value("weight").map { $0.integer(in: 1...1_000_000) } ?? 1
        var texts: [String: String] = [:]
        if let replaced = mapping.value("texts")?.mapping() {
            for (key, value) in replaced.entries() {
                if let key = key.id(), let value = value.id() { texts[key] = value }
            }
        }
        let premium = mapping.value("premium").flatMap { premiumRate($0) }
        for key in [
            "pay", "rate", "amount", "stipend", "grant", "safety", "steps", "units", "access", "accepted-work",
            "engagements",
        ] {
            mapping.refuse(
                key, rule: "experiment-scope",
                "'\(key)' is not for an experiment: pay floor, safety content and access to accepted work are the "
                    + "same for everybody.",
                remedy: "Vary texts, or raise the premium within 5 % to 10 %.")
        }
        mapping.finish()
        guard let id, let weight else { return nil }
        return ExperimentVariant(id: id, weight: Int64(weight), texts: texts, premiumBasisPoints: premium)
    }
}

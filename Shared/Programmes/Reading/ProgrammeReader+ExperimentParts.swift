import Contracts

extension ProgrammeReader {
    /// The places of a namespace that an experiment takes.
    func namespace(_ mapping: DocumentMapping) -> ExperimentNamespace? {
        let places = 0...Int(ExperimentNamespace.places)
        let id = mapping.required("id", "Name it; experiments that share workers out name the same one.")?.id()
        let from = mapping.required("from", "Give the first place, such as 'from: 0'.")?.integer(in: places)
        let until = mapping.required("until", "Give the place after the last one, such as 'until: 50'.")?
            .integer(in: places)
        mapping.finish()
        guard let id, let from, let until else { return nil }
        return ExperimentNamespace(id: id, from: Int64(from), until: Int64(until))
    }

    /// What must not become worse.
    func guardrails(_ place: DocumentValue?) -> [ExperimentGuardrail] {
        let written = place?.list() ?? []
        let guardrails = written.compactMap { value in value.mapping().flatMap { guardrail($0) } }
        unique(written, "watch", of: "the guardrails")
        return guardrails
    }

    private func guardrail(_ mapping: DocumentMapping) -> ExperimentGuardrail? {
        let known = ExperimentGuardrail.Subject.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let subject = mapping.required("watch", "Say what is watched: \(known).")?
            .choice(of: ExperimentGuardrail.Subject.self)
        let margin = mapping.required("margin", "Say by how much a variant may be worse, such as 'margin: 5 %'.")?
            .share()
        mapping.finish()
        guard let subject, let margin else { return nil }
        return ExperimentGuardrail(subject: subject, margin: margin)
    }

    /// The record of a roll-out.
    func decision(_ mapping: DocumentMapping) -> ExperimentDecision? {
        let variant = mapping.required("variant", "Name the variant that everybody follows from then on.")?.id()
        let decided = mapping.required("decided", "Give the day of the decision, such as 'decided: 2026-06-10'.")?
            .day()
        let from = mapping.required("from", "Give the first day of the new default, such as 'from: 2026-07-01'.")?
            .day()
        let role = mapping.required("by", "Say who decided, by role, such as 'by: learning'.")?.text(atMost: 100)
        let reason = mapping.required("because", "Say what was seen, and why it was decided so.")
            .flatMap { prose($0, atMost: 1000) }
        mapping.finish()
        guard let variant, let decided, let from, let role, let reason else { return nil }
        return ExperimentDecision(variant: variant, decidedOn: decided, from: from, by: role, reason: reason)
    }
}

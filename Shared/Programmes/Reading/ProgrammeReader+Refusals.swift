extension ProgrammeReader {
    /// Refuses what a programme whose learning happens elsewhere has no use for.
    func refuseElsewhere(_ keys: [String], in mapping: DocumentMapping) {
        guard delivery == .external else { return }
        for key in keys {
            mapping.refuse(
                key, rule: "external-delivery",
                "'\(key)' has no place in a programme whose learning happens elsewhere.",
                remedy: "Leave it out: what is not delivered here is not timed, paid, invited to or gated.")
        }
    }

    /// Refuses settings that would take the choice from the worker (G1, GOV-05).
    func refuseMandatory(_ mapping: DocumentMapping) {
        for key in ["mandatory", "compulsory", "required", "auto-enrol", "auto-enrolment", "opt-out"] {
            mapping.refuse(
                key, rule: "voluntary-participation", "'\(key)' would take the choice from the worker.",
                remedy: "Leave it out: a worker takes part by an opt-in. What a law, a site rule or an acceptance "
                    + "criterion asks for is a step under 'onboarding', with its basis.")
        }
    }

    /// Refuses settings that reach for the worker's time (G4, GOV-07).
    func refusePresence(_ mapping: DocumentMapping) {
        let keys = [
            "attendance", "shift", "shifts", "schedule", "minimum-hours", "acceptance-rate", "response-time", "tenure",
        ]
        for key in keys {
            mapping.refuse(
                key, rule: "outcomes-only", "'\(key)' measures presence, not an outcome.",
                remedy: "State a result: a score, a credential or a measured quality.")
        }
    }

    /// Refuses a price for saying no (G6, INC-20).
    func refusePenalty(_ mapping: DocumentMapping) {
        for key in ["penalty", "on-decline", "decline-penalty", "declines"] {
            mapping.refuse(
                key, rule: "no-penalty", "'\(key)' would put a price on saying no.",
                remedy: "Leave it out: who declines keeps rate, rank and access as they were.")
        }
    }

    /// What a reward follows on: an outcome only (G8, INC-19).
    func refuseConditions(_ mapping: DocumentMapping) {
        refusePresence(mapping)
        refusePenalty(mapping)
        for key in ["condition", "conditions", "when", "if", "requires"] {
            mapping.refuse(
                key, rule: "outcome-conditions", "A reward has no condition but the outcome that it follows on.",
                remedy: "Leave it out, or write 'earned-by: credential'.")
        }
        guard let place = mapping.value("earned-by"), let text = place.text(), text != "credential" else { return }
        place.report(
            "outcome-conditions", "'\(text)' is no outcome that a reward can follow on.",
            remedy: "Write 'earned-by: credential': the credential stands for the score and the quality behind it.")
    }

    /// The elements of a list, one of each.
    func distinct<T>(_ place: DocumentValue?, of type: T.Type, _ what: String) -> [T]
    where T: RawRepresentable & CaseIterable & Hashable, T.RawValue == String {
        let values = (place?.list() ?? []).compactMap { $0.choice(of: type) }
        if let place, Set(values).count < values.count {
            place.report("duplicate", "\(what) stands twice.", remedy: "Keep one of each.")
        }
        return values
    }
}

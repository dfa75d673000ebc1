extension ProgrammeReader {
    /// The learning units of a pathway.
    func units(_ place: DocumentValue?) -> [LearningUnit] {
        let written = place?.list() ?? []
        let units = written.compactMap { value in value.mapping().flatMap { unit($0) } }
        unique(written, "id", of: "the units")
        return units
    }

    private func unit(_ mapping: DocumentMapping) -> LearningUnit? {
        let id = mapping.required("id", "Give the unit an id.")?.id()
        let title = title(of: mapping)
        let minutes = mapping.required("takes", "Say how long it takes, such as 'takes: 10 minutes'.")?
            .integer(in: 1...600, unit: "minutes")
        let reason = mapping.value("reason").flatMap { prose($0, atMost: 500) }
        let competency = mapping.required("competency", "Name the competency that it serves.")
            .flatMap { prose($0, atMost: 200) }
        let success = mapping.required("success", "Say by what one sees that it succeeded.").flatMap { criteria($0) }
        let level = mapping.value("level").map { $0.choice(of: UnitLevel.self) } ?? .core
        let after = (mapping.value("after")?.list() ?? []).compactMap { $0.id() }
        let form = mapping.value("form").map { $0.choice(of: UnitForm.self) } ?? .module
        let isMobile = mapping.value("mobile").map { $0.bool() } ?? true
        refuseMandatory(mapping)
        refusePresence(mapping)
        mapping.finish()
        guard let id, let title, let minutes, let competency, let success, let level, let form, let isMobile
        else { return nil }
        return LearningUnit(
            id: id, title: title, minutes: minutes, reason: reason, competency: competency, success: success,
            level: level, after: after, form: form, isMobile: isMobile)
    }
}

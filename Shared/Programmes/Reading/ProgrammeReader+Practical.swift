import Contracts

extension ProgrammeReader {
    func practical(_ mapping: DocumentMapping) -> PracticalLayer? {
        let task = mapping.required("task", "Say what is to be done.").flatMap { prose($0, atMost: 4000) }
        let deliverable = mapping.required("deliverable", "Name the job's deliverable that the task demonstrates.")
            .flatMap { criteria($0, atMost: 500) }
        let minutes = mapping.required("takes", "Say how long it takes, such as 'takes: 20 minutes'.")?
            .integer(in: 1...2880, unit: "minutes")
        let isTimed = mapping.value("timed").map { $0.bool() } ?? false
        let rubric = mapping.required("rubric", "Say how it is scored: a version, and criteria with their levels.")
            .flatMap { $0.mapping() }.flatMap { self.rubric($0) }
        let weight = mapping.required("weight", "Give its share relative to the quiz's, such as 'weight: 60'.")?
            .weight()
        let stipend = mapping.value("stipend").flatMap { $0.money() }
        let isBillable = mapping.value("billable").map { $0.bool() } ?? false
        refusePresence(mapping)
        mapping.finish()
        guard let task, let deliverable, let minutes, let isTimed, let rubric, let weight, let isBillable
        else { return nil }
        return PracticalLayer(
            task: task, deliverable: deliverable, minutes: minutes, isTimed: isTimed, rubric: rubric, weight: weight,
            stipend: stipend, isBillable: isBillable)
    }

    private func rubric(_ mapping: DocumentMapping) -> Rubric? {
        let version = mapping.required("version", "Give the rubric a version, which a result keeps.")?.id()
        let written = mapping.required("criteria", "List what is looked at.")?.list() ?? []
        let criteria = written.compactMap { value in value.mapping().flatMap { criterion($0) } }
        mapping.finish()
        unique(written, "id", of: "the criteria")
        guard let version else { return nil }
        return Rubric(version: version, criteria: criteria)
    }

    private func criterion(_ mapping: DocumentMapping) -> RubricCriterion? {
        let id = mapping.required("id", "Give the criterion an id.")?.id()
        let title = mapping.required("title", "Say what people call it.").flatMap { criteria($0, atMost: 200) }
        let weight = mapping.required("weight", "Give its share relative to the others, such as 'weight: 30'.")?
            .weight()
        let place = mapping.required("levels", "List its levels, the lowest first.")
        let written = place?.list() ?? []
        let levels = written.compactMap { value in value.mapping().flatMap { rubricLevel($0) } }
        mapping.finish()
        unique(written, "id", of: "the levels")
        if let place, purpose == .publication, written.count == levels.count { checkLevels(levels, place) }
        guard let id, let title, let weight else { return nil }
        return RubricCriterion(id: id, title: title, weight: weight, levels: levels)
    }

    private func rubricLevel(_ mapping: DocumentMapping) -> RubricLevel? {
        let id = mapping.required("id", "Give the level an id.")?.id()
        let title = mapping.required("title", "Say what people call the level.").flatMap { prose($0, atMost: 200) }
        let behaviour = mapping.required("behaviour", "Say what one observes at this level.").flatMap { criteria($0) }
        let points = mapping.required("points", "Say what it is worth, such as 'points: 2'.")?.decimal()
        let anchors = (mapping.value("anchors")?.list() ?? []).compactMap { $0.text(atMost: 500) }
        mapping.finish()
        guard let id, let title, let behaviour, let points else { return nil }
        return RubricLevel(id: id, title: title, behaviour: behaviour, points: points, anchors: anchors)
    }

    /// Levels that cannot be told apart, or that are worth less the higher they stand, score nothing (ASM-07).
    private func checkLevels(_ levels: [RubricLevel], _ place: DocumentValue) {
        guard levels.count >= 2 else {
            return place.report(
                "rubric-levels", "A criterion with fewer than two levels tells nothing apart.",
                remedy: "Describe at least two, the lowest first.")
        }
        for (lower, higher) in zip(levels, levels.dropFirst()) where lower.points >= higher.points {
            place.nearest(higher.id, under: "id").report(
                "rubric-levels", "'\(higher.id)' is worth no more than '\(lower.id)', which stands below it.",
                remedy: "Let the points rise from level to level.")
        }
    }
}

extension ProgrammeReader {
    /// How Guildhall assesses a pathway.
    func pathwayAssessment(_ mapping: DocumentMapping) -> PathwayAssessment? {
        let quiz = mapping.value("quiz").flatMap { $0.mapping() }.flatMap { self.quiz($0) }
        let practical = mapping.required(
            "practical", "Describe the task by which the competency is demonstrated, with its rubric."
        )
        .flatMap { $0.mapping() }.flatMap { self.practical($0) }
        let review = mapping.value("review").flatMap { $0.mapping() }.flatMap { self.reviewLayer($0) }
        let attempts =
            mapping.value("attempts").flatMap { $0.mapping() }.map { self.attempts($0) } ?? AttemptRule()
        let renewal = mapping.value("renewal").map { distinct($0, of: RenewalLayer.self, "A layer") }
        mapping.finish()
        if let renewal, renewal.contains(.quiz), !mapping.place.has("quiz") {
            mapping.place.nearest("renewal").report(
                "renewal-layer", "There is no quiz that a renewal could ask for.",
                remedy: "Write 'renewal: [practical]', or describe a quiz.")
        }
        guard let practical, let attempts else { return nil }
        return PathwayAssessment(
            quiz: quiz, practical: practical, review: review, attempts: attempts,
            renewal: renewal ?? [quiz == nil ? .practical : .quiz])
    }

    private func reviewLayer(_ mapping: DocumentMapping) -> ReviewLayer? {
        let from = mapping.required("from", "Give the lowest combined score that is reviewed, such as 'from: 60 %'.")?
            .percent()
        let to = mapping.required("to", "Give the score from which one passes without, such as 'to: 70 %'.")?.percent()
        let minutes = mapping.required("takes", "Say how long it takes, such as 'takes: 10 minutes'.")?
            .integer(in: 1...240, unit: "minutes")
        mapping.finish()
        guard let from, let to, let minutes else { return nil }
        if from >= to {
            mapping.place.report(
                "review-band", "The band of the review is empty.", remedy: "Let 'from' lie below 'to'.")
        }
        return ReviewLayer(from: from, to: to, minutes: minutes)
    }

    private func attempts(_ mapping: DocumentMapping) -> AttemptRule? {
        let most = mapping.value("most").map { $0.integer(in: 1...100) } ?? 3
        let wait = mapping.value("wait").map { $0.integer(in: 0...8760, unit: "hours") } ?? 24
        let counting = mapping.value("counts").map { $0.choice(of: AttemptCounting.self) } ?? .best
        mapping.finish()
        guard let most, let wait, let counting else { return nil }
        return AttemptRule(most: most, waitHours: wait, counting: counting)
    }
}

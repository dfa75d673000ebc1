extension ProgrammeReader {
    func quiz(_ mapping: DocumentMapping) -> QuizLayer? {
        let place = mapping.required("items", "List the items of the pool.")
        let written = place?.list() ?? []
        let items = written.compactMap { value in value.mapping().flatMap { item($0) } }
        let drawn = mapping.required("draw", "Say how many items an attempt gets, such as 'draw: 8'.")
        let draw = drawn?.integer(in: 1...500)
        let minutes = mapping.required("takes", "Give the time limit, such as 'takes: 15 minutes'.")?
            .integer(in: 1...480, unit: "minutes")
        let passMark = mapping.required("pass-mark", "Give it in percent, such as 'pass-mark: 70 %'.")?.percent()
        let weight = mapping.required("weight", "Give its share relative to the practical task's.")?.weight()
        mapping.finish()
        unique(written, "id", of: "the items")
        if let drawn, let draw, draw > written.count {
            drawn.report(
                "quiz-draw", "\(draw) items cannot be drawn from a pool of \(written.count).",
                remedy: "Draw fewer, or write more items.")
        }
        guard let draw, let minutes, let passMark, let weight else { return nil }
        return QuizLayer(items: items, draw: draw, minutes: minutes, passMark: passMark, weight: weight)
    }

    private func item(_ mapping: DocumentMapping) -> QuizItem? {
        let id = mapping.required("id", "Give the item an id.")?.id()
        let prompt = mapping.required("ask", "Write the question.").flatMap { prose($0, atMost: 1000) }
        let competency = mapping.value("competency").flatMap { prose($0, atMost: 200) }
        let written =
            mapping.required("options", "Write the options, each with a letter: '{a: Yes, b: No}'.")?
            .mapping()?.entries() ?? []
        let right =
            mapping.required("right", "Name the option that is right, such as 'right: b'.")
            .map { self.right($0) } ?? []
        mapping.finish()
        let ids = written.compactMap { $0.key.id() }
        for (place, id) in right where !ids.contains(id) {
            place.report("quiz-options", "'\(id)' is no option here.", remedy: Suggestion.remedy(for: id, among: ids))
        }
        let correct = Set(right.map(\.id))
        let options = written.compactMap { option -> QuizOption? in
            guard let id = option.key.id(), let text = prose(option.value, atMost: 500) else { return nil }
            return QuizOption(id: id, text: text, isCorrect: correct.contains(id))
        }
        checkOptions(options, mapping.place)
        guard let id, let prompt else { return nil }
        return QuizItem(id: id, prompt: prompt, competency: competency, options: options)
    }

    private func right(_ place: DocumentValue) -> [(place: DocumentValue, id: String)] {
        (place.isList ? place.list() : [place]).compactMap { value in value.id().map { (value, $0) } }
    }

    private func checkOptions(_ options: [QuizOption], _ place: DocumentValue) {
        if options.count < 2 {
            place.nearest("options").report(
                "quiz-options", "An item with fewer than two options asks nothing.", remedy: "Write another option.")
        } else if options.allSatisfy(\.isCorrect) {
            place.nearest("right").report(
                "quiz-options", "Every option is right, so the item asks nothing.", remedy: "Write a wrong one.")
        }
    }
}

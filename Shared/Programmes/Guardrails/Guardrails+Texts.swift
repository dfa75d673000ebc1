extension Guardrails {
    /// What has to be on record before anybody takes part exists in every declared language (G1, G9, ONB-08, ONB-09).
    func checkTexts() {
        let place = root.nearest("texts")
        let known = place.texts(under: "id")
        let required = [
            (WorkerText.optIn, "by which a worker opts in"), (WorkerText.terms, "with the terms"),
            (WorkerText.independentStatus, "by which a worker confirms the independent status"),
        ]
        for (id, what) in required where !known.contains(id) {
            place.report(
                "required-text", "The text '\(id)' is missing, \(what).",
                remedy: "Write it under 'texts', with a version, in every language of the programme.")
        }
        for text in programme.texts {
            check(text.wording, place.nearest(text.id, under: "id"), "The text '\(text.id)'")
        }
    }

    /// Words for every declared language and for no other (ONB-26).
    func check(_ wording: [PageLanguage: String], _ place: DocumentValue, _ what: String) {
        for language in programme.languages where wording[language] == nil && !place.has(language.rawValue) {
            place.report(
                "translation", "\(what) has no words in '\(language.rawValue)'.",
                remedy: "Write them under '\(language.rawValue)', or take the language out of 'languages'.")
        }
        for language in PageLanguage.allCases
        where wording[language] != nil && !programme.languages.contains(language) {
            place.nearest(language.rawValue).report(
                "language", "'\(language.rawValue)' is no language of this programme.",
                remedy: "Add it to 'languages', where its place says when it is fallen back on.")
        }
    }

    /// Whatever names a text names one that there is.
    func checkReferences() {
        if let reminders = programme.reminders {
            check(text: reminders.text, root.nearest("reminders").nearest("text"))
        }
        for pathway in programme.pathways {
            guard let renewal = pathway.credential.renewalPath else { continue }
            let place = root.nearest("pathways").nearest(pathway.id, under: "id").nearest("credential")
            check(text: renewal.text, place.nearest("renewal").nearest("text"))
        }
        for role in programme.onboarding {
            let place = root.nearest("onboarding").nearest(role.role, under: "role")
            check(text: role.welcome, place.nearest("welcome"))
            for text in [WorkerText.clockWarning, WorkerText.clockBreach] { check(text: text, place) }
            for step in role.steps {
                guard let unit = step.unit else { continue }
                let known = programme.pathways.flatMap(\.units).map(\.id)
                if known.contains(unit) { continue }
                place.nearest("steps").nearest(step.id, under: "id").nearest("unit").report(
                    "unknown-unit", "'\(unit)' is no unit of this programme.",
                    remedy: Suggestion.remedy(for: unit, among: known))
            }
        }
        for (index, story) in programme.rewards.stories.enumerated() {
            let stories = root.nearest("rewards").nearest("stories")
            let place = index < stories.elements.count ? stories.elements[index] : stories
            check(text: story.release, place.nearest("release"))
        }
        if let note = programme.rewards.taxNote {
            check(text: note, root.nearest("rewards").nearest("tax-note"))
        } else if paysMoney {
            root.nearest("rewards").report(
                "tax-note", "There is money in these rewards and no word on tax.",
                remedy: "Write 'tax-note: tax-note', and the text of that id.")
        }
    }

    /// Refuses the id of a text that there is none of.
    func check(text id: String, _ place: DocumentValue) {
        let known = root.nearest("texts").texts(under: "id")
        if known.contains(id) { return }
        place.report(
            "unknown-text", "There is no text '\(id)'.",
            remedy: "Write it under 'texts'. \(Suggestion.remedy(for: id, among: known))")
    }

    private var paysMoney: Bool {
        programme.rewards.premium != nil || !programme.rewards.grants.isEmpty
            || programme.pathways.contains { $0.assessment?.practical.stipend != nil }
    }
}

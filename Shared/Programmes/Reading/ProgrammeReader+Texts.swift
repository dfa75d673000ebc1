extension ProgrammeReader {
    func title(of mapping: DocumentMapping) -> String? {
        mapping.required("title", "Say what people call it.").flatMap { prose($0, atMost: 200) }
    }

    /// A text that workers read; wording that binds them to one client is refused (G3, INC-03).
    func prose(_ place: DocumentValue, atMost limit: Int = 2000) -> String? {
        guard let text = place.text(atMost: limit) else { return nil }
        if purpose == .publication, let phrase = Wording.exclusivity.found(in: text) {
            place.report(
                "no-exclusivity", "'\(phrase)' reads like a promise to work for nobody else.",
                remedy: "Say what the worker gains; leave what others may not have.")
        }
        return text
    }

    /// The words of a criterion; time served and obedience are none (G4, G8, CRD-25).
    func criteria(_ place: DocumentValue) -> String? {
        guard let text = prose(place) else { return nil }
        if purpose == .publication, let phrase = Wording.attendance.found(in: text) {
            place.report(
                "outcomes-only", "'\(phrase)' measures presence, not an outcome.",
                remedy: "State a result: a score, a credential or a measured quality.")
        }
        return text
    }
}

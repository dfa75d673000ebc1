extension ProgrammeReader {
    func title(of mapping: DocumentMapping) -> String? {
        mapping.required("title", "Say what people call it.").flatMap { prose($0, atMost: 200) }
    }

    /// A text that people read.
    ///
    /// Wording that binds them to one client (G3, GOV-06), makes learning a duty (G1, GOV-05) or puts a price on saying
    /// no (G6) is refused; wording that prescribes a method is left to Legal (G5, GOV-08).
    ///
    /// - Parameter isBound: whether a written basis stands beside it, which may make something a duty.
    func prose(_ place: DocumentValue, atMost limit: Int = 2000, isBound: Bool = false) -> String? {
        guard let text = place.text(atMost: limit) else { return nil }
        guard purpose == .publication else { return text }
        let words = Wording.words(text)
        if let phrase = Wording.exclusivity.found(in: words) {
            place.report(
                "no-exclusivity", "'\(phrase)' reads like a promise to work for nobody else.",
                remedy: "Say what the worker gains; leave what others may not have.")
        }
        if !isBound, Wording.duty.found(in: words) != nil, let phrase = Wording.duty.foundWithoutBasis(in: text) {
            place.report(
                "voluntary-participation", "'\(phrase)' makes learning a duty outside the contract.",
                remedy: "Say what it brings; where a law, a site rule or an acceptance criterion asks for it, name "
                    + "that in the same sentence.")
        }
        if let phrase = Wording.penalty.found(in: words) {
            place.report(
                "no-penalty", "'\(phrase)' reads like a price on saying no.",
                remedy: "Leave it out: who declines keeps rate, rank and access as they were.")
        }
        if let phrase = Wording.method.found(in: words) {
            place.review(
                "method-wording", "'\(phrase)' may prescribe how the work is done.",
                remedy: "State the result or the legal requirement, or have Legal read it.")
        }
        return text
    }

    /// The words of a criterion or a reward; time served and obedience are none (G4, G8, CRD-25).
    func criteria(_ place: DocumentValue, atMost limit: Int = 2000, isBound: Bool = false) -> String? {
        guard let text = prose(place, atMost: limit, isBound: isBound) else { return nil }
        if purpose == .publication, let phrase = Wording.attendance.found(in: text) {
            place.report(
                "outcomes-only", "'\(phrase)' measures presence, not an outcome.",
                remedy: "State a result: a score, a credential or a measured quality.")
        }
        return text
    }
}

import Pages

extension ExperimentPage {
    /// What was decided, beside what the method allowed to conclude then (EXP-15).
    var decision: PageSection {
        guard let decision = report.decision else {
            return PageSection("decision", words(.decision), [PageParts.paragraph(words(.decisionNone))])
        }
        let followed = words(decision.isFollowed ? .decisionFollowed : .decisionNotFollowed)
        let from = words.day(decision.from)
        return PageSection(
            "decision", words(.decision),
            [
                PageParts.paragraph(
                    "\(followed) \(words.remark(decision.remark))",
                    kind: decision.isFollowed ? "standing" : "standing no"),
                PageParts.facts([
                    (words(.decidedVariant), PageText(decision.variant)),
                    (words(.decidedOn), PageText(words.day(decision.decidedOn))),
                    (words(.defaultFrom), PageText(words(decision.isInForce ? .inForce : .notYetInForce, from))),
                    (words(.decidedBy), written(decision.by)), (words(.decidedBecause), written(decision.reason)),
                    (words(.allowedThen), PageText(verdict(decision.allowed))),
                ]),
                PageParts.list(decision.allowed.reasons.map { PageText(words.reason($0, scale)) }),
            ])
    }
}

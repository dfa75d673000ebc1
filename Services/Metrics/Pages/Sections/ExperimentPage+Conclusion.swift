import Contracts
import Pages

extension ExperimentPage {
    /// The verdict in one sentence, with its reasons.
    var conclusion: PageSection {
        let reasons = report.finding.reasons.map { reason in PageText(words.reason(reason, scale)) }
        return PageSection(
            "conclusion", words(.conclusion),
            [
                "<p class=\"standing\(mark)\"><strong>\(Markup.escaped(verdict(report.finding)))</strong></p>",
                reasons.isEmpty ? "" : PageParts.heading(words(.why), level: 3), PageParts.list(reasons),
            ])
    }

    /// A verdict as a sentence.
    func verdict(_ finding: ExperimentFinding) -> String {
        switch finding.verdict {
        case .notStarted: words(.verdictNotStarted)
        case .collecting: words(.verdictCollecting)
        case .blocked: words(.verdictBlocked)
        case .withheld: words(.verdictWithheld)
        case .noDifferenceShown: words(.verdictNoDifference)
        case .difference: difference(finding)
        }
    }

    private func difference(_ finding: ExperimentFinding) -> String {
        for reason in finding.reasons {
            guard case .differs(let variant, let kpi, _, let isBetter) = reason, variant == finding.variant else {
                continue
            }
            return words(isBetter ? .verdictBetter : .verdictWorse, variant, control, words.figure(kpi))
        }
        return words(.verdictDifference)
    }

    private var mark: String {
        switch report.finding.verdict {
        case .difference: ""
        case .blocked, .withheld: " no"
        case .notStarted, .collecting, .noDifferenceShown: " open"
        }
    }

    /// What the numbers do not say, whatever they look like.
    var limits: PageSection {
        var phrases: [ExperimentPhrase] = []
        switch report.finding.verdict {
        case .notStarted, .collecting, .blocked, .withheld: phrases.append(.limitPremature)
        case .noDifferenceShown: phrases.append(.limitEquality)
        case .difference: phrases.append(.limitExact)
        }
        if !report.secondaryComparisons.isEmpty { phrases.append(.limitSecondary) }
        if report.variants.contains(where: { $0.crossed > 0 }) { phrases.append(.limitCrossed) }
        phrases += [.limitGroups, .limitOthers]
        return PageSection("limits", words(.limits), [PageParts.list(phrases.map { PageText(words($0)) })])
    }
}

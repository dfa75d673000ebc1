import Pages

extension ExperimentPage {
    /// The variants against the control by the primary figure, which alone decides.
    var comparison: PageSection {
        let heading = words(.comparison, words.figure(report.primary))
        guard !report.comparisons.isEmpty else {
            return PageSection("comparison", heading, [PageParts.paragraph(words(.saidNothing))])
        }
        return PageSection(
            "comparison", heading, ComparisonPart(comparisons: report.comparisons, words: words, id: "primary").parts)
    }

    /// The other figures, which decide nothing (EXP-11).
    var otherFigures: PageSection? {
        let groups = ComparisonPart.byFigure(report.secondaryComparisons)
        guard !groups.isEmpty else { return nil }
        let parts = groups.enumerated().flatMap { index, group in
            [PageParts.heading(words(.otherFigure, words.figure(group[0].kpi)), level: 3)]
                + ComparisonPart(comparisons: group, words: words, id: "other-\(index)").parts
        }
        return PageSection(
            "other-figures", words(.otherFigures), [PageParts.paragraph(words(.otherFiguresHint))] + parts)
    }
}

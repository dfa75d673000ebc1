import Pages

/// The comparisons by one figure: a sentence for each, a chart, and the numbers (EXP-07, EXP-08, EXP-11).
struct ComparisonPart {
    /// One for each variant but the control, all by the same figure.
    let comparisons: [OutcomeComparison]
    let words: ExperimentWords
    /// Unique on the page.
    let id: String

    /// Comparisons by their figures, in the order in which these come first.
    static func byFigure(_ comparisons: [OutcomeComparison]) -> [[OutcomeComparison]] {
        var groups: [[OutcomeComparison]] = []
        for comparison in comparisons {
            if let index = groups.firstIndex(where: { $0.first?.kpi == comparison.kpi }) {
                groups[index].append(comparison)
            } else {
                groups.append([comparison])
            }
        }
        return groups
    }

    var parts: [String] {
        guard let first = comparisons.first else { return [] }
        let sentences = comparisons.map { comparison in
            PageParts.paragraph(ComparisonSentence(comparison: comparison, words: words).said)
                + PageParts.list(
                    ComparisonSentence(comparison: comparison, words: words).trust.map { PageText($0) })
        }
        return sentences + [figure(first).html]
    }

    private func figure(_ first: OutcomeComparison) -> ChartFigure {
        let scale = first.scale
        let title = words(.chartDifference, words.title(first.kpi), first.control, words.unit(scale))
        let marks =
            (first.power.smallestEffect ?? 0) == 0 ? [] : [first.power.smallestEffect ?? 0].flatMap { [$0, -$0] }
        let chart = IntervalChart(
            ChartWords(
                id: "chart-\(id)", title: title,
                description: comparisons.map(described).joined(separator: " ")),
            rows: comparisons.map {
                .init(name: $0.treatment, estimate: $0.estimate, low: $0.low, high: $0.high)
            },
            noEffect: (0, words(.noDifference)), marks: marks.map { ($0, words(.smallestEffect)) },
            label: words.tick(scale))
        return ChartFigure(
            chart, caption: "\(title). \(words(first.isLowerBetter ? .betterLeft : .betterRight))",
            numbers: table(first))
    }

    private func described(_ comparison: OutcomeComparison) -> String {
        guard comparison.estimate != nil else { return words(.chartRowNone, comparison.treatment) }
        return words(
            .chartRow, comparison.treatment, words.difference(comparison.estimate, comparison.scale),
            words.difference(comparison.low, comparison.scale), words.difference(comparison.high, comparison.scale))
    }

    private func table(_ first: OutcomeComparison) -> PageTable {
        let columns: [ExperimentPhrase] =
            [
                .variant, .unitsOfVariant, .unitsOfControl, .valueOfVariant, .valueOfControl, .difference, .lower,
                .upper, .rawP, .holmP,
            ] + (first.isPrimary ? [] : [.benjaminiHochbergP]) + [.power, .floor, .method]
        return PageTable(
            caption: words(.comparisonTable, words.title(first.kpi)), columns: columns.map { words($0) },
            rows: comparisons.map(row))
    }

    private func row(_ comparison: OutcomeComparison) -> [PageText] {
        let scale = comparison.scale
        let adjusted = [comparison.holm] + (comparison.isPrimary ? [] : [comparison.benjaminiHochberg])
        let numbers =
            [
                comparison.treatment, words.count(comparison.treatmentUnits), words.count(comparison.controlUnits),
                words.value(comparison.treatmentValue, scale), words.value(comparison.controlValue, scale),
                words.difference(comparison.estimate, scale), words.difference(comparison.low, scale),
                words.difference(comparison.high, scale), words.barePValue(comparison.p),
            ] + adjusted.map { words.barePValue($0) } + [
                comparison.power.power.map { words.chance($0) } ?? LocalText.nothing,
                words(comparison.isFloorMet ? .floorYes : .floorNo, words.count(comparison.floor)),
            ]
        return numbers.map { PageText($0) } + [PageText(comparison.method, language: "en")]
    }
}

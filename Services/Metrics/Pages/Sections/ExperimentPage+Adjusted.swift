import Pages

extension ExperimentPage {
    /// Every comparison, the primary figure's first.
    private var all: [OutcomeComparison] { report.comparisons + report.secondaryComparisons }

    /// The comparisons that values from before adjust (EXP-06).
    var before: PageSection? {
        let rows = all.compactMap { comparison in comparison.adjusted.map { row(comparison, $0) } }
        guard !rows.isEmpty else { return nil }
        let columns: [ExperimentPhrase] = [
            .figure, .variant, .difference, .lower, .upper, .rawP, .reduction, .withValue, .method,
        ]
        let table = PageTable(caption: words(.beforeSection), columns: columns.map { words($0) }, rows: rows)
        return PageSection("before", words(.beforeSection), [PageParts.paragraph(words(.adjustedHint)), table.html])
    }

    private func row(_ comparison: OutcomeComparison, _ adjusted: OutcomeComparison.Adjusted) -> [PageText] {
        let scale = comparison.scale
        return [
            words.figure(comparison.kpi), comparison.treatment, words.difference(adjusted.estimate, scale),
            words.difference(adjusted.low, scale), words.difference(adjusted.high, scale),
            words.barePValue(adjusted.p),
            adjusted.varianceReduction.map { words.local.percent($0) } ?? LocalText.nothing,
            words(.partOf, words.count(adjusted.withValue), words.count(adjusted.units)),
        ].map { PageText($0) } + [PageText(adjusted.method, language: "en")]
    }

    /// The usual tests, which hold for a single look (EXP-07).
    var once: PageSection? {
        let rows = all.compactMap { comparison in comparison.fixedHorizon.map { row(comparison, $0) } }
        guard !rows.isEmpty else { return nil }
        let columns: [ExperimentPhrase] = [.figure, .variant, .measure, .estimate, .lower, .upper, .rawP, .method]
        let table = PageTable(caption: words(.once), columns: columns.map { words($0) }, rows: rows)
        return PageSection("once", words(.once), [PageParts.paragraph(words(.onceHint), kind: "note"), table.html])
    }

    private func row(_ comparison: OutcomeComparison, _ once: OutcomeComparison.FixedHorizon) -> [PageText] {
        let isDifference = once.measure.hasPrefix("difference")
        let isChance = once.measure.hasPrefix("chance")
        let number = { (value: Double?) -> String in
            isDifference
                ? words.difference(value, comparison.scale)
                : value.map { isChance ? words.local.percent($0) : words.local.number($0, decimals: 3) }
                    ?? LocalText.nothing
        }
        let measure =
            isDifference
            ? PageText("\(words(.measureDifference)), \(words.unit(comparison.scale))")
            : isChance ? PageText(words(.measureSuperiority)) : PageText(once.measure, language: "en")
        return [PageText(words.figure(comparison.kpi)), PageText(comparison.treatment), measure]
            + [number(once.estimate), number(once.low), number(once.high), words.barePValue(once.p)].map {
                PageText($0)
            }
            + [PageText(once.method, language: "en")]
    }
}

import Pages

extension ExperimentPage {
    /// The time to the next engagement by variant, where rehire is one of the figures (EXP-07).
    var survival: PageSection? {
        guard let survival = report.survival, survival.curves.contains(where: { !$0.points.isEmpty }) else {
            return nil
        }
        let local = words.local
        let chart = StepChart(
            ChartWords(
                id: "chart-survival", title: words(.survivalTitle),
                description: survival.curves.map {
                    words(.survivalDescription, $0.variant, words.count($0.events), words.count($0.units))
                }.joined(separator: " ")),
            lines: survival.curves.map { curve in
                .init(
                    name: curve.variant,
                    points: [.init(x: 0, y: 1)] + curve.points.map { .init(x: $0.days, y: $0.survival) })
            }, y: 0...1, labels: (local.shortest, { local.percent($0, decimals: 0) }))
        let figure = ChartFigure(chart, caption: words(.survivalTitle), numbers: table(survival))
        return PageSection(
            "survival", words(.survival),
            [PageParts.paragraph(words(.survivalHint)), PageParts.list(said(survival)), figure.html])
    }

    private func said(_ survival: RehireSurvival) -> [PageText] {
        let medians = survival.curves.compactMap { curve in
            curve.medianDays.map { words(.medianDays, curve.variant, words.local.shortest($0)) }
        }
        let tests = survival.tests.compactMap { test in
            test.p.map { words(.survivalTest, test.variant, words.p($0)) }
        }
        return (medians + tests).map { PageText($0) }
    }

    private func table(_ survival: RehireSurvival) -> PageTable {
        let columns: [ExperimentPhrase] = [.variant, .daysSinceEnd, .atRisk, .events, .survivalShare, .standardError]
        return PageTable(
            caption: words(.survivalTitle), columns: columns.map { words($0) },
            rows: survival.curves.flatMap { curve in
                curve.points.map { point in
                    [
                        curve.variant, words.local.shortest(point.days), words.count(point.atRisk),
                        words.count(point.events), words.local.percent(point.survival),
                        point.standardError.map { words.local.percent($0) } ?? LocalText.nothing,
                    ].map { PageText($0) }
                }
            })
    }
}

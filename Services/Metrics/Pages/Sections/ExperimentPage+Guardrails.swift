import Contracts
import Pages

extension ExperimentPage {
    /// What must not become worse, and whether it did (EXP-12).
    var guardrails: PageSection {
        guard !report.guardrails.isEmpty else {
            return PageSection("guardrails", words(.guardrails), [PageParts.paragraph(words(.guardrailsNone))])
        }
        let parts = report.guardrails.enumerated().flatMap { index, guardrail in
            [PageParts.heading(title(guardrail), level: 3), figure(guardrail, index).html]
        }
        return PageSection(
            "guardrails", words(.guardrails), [PageParts.paragraph(words(.guardrailsHint))] + parts)
    }

    private func title(_ guardrail: GuardrailReading) -> String {
        words(.guardTitle, words.title(words.guardrail(guardrail.subject)), words.amount(guardrail.margin, .share))
    }

    private func figure(_ guardrail: GuardrailReading, _ index: Int) -> ChartFigure {
        let title = words(.harmTitle, words.title(words.guardrail(guardrail.subject)))
        let chart = IntervalChart(
            ChartWords(
                id: "chart-guardrail-\(index)", title: title,
                description: guardrail.variants.map { variant in
                    variant.harm == nil
                        ? words(.chartRowNone, variant.variant)
                        : words(
                            .chartRow, variant.variant, words.difference(variant.harm, .share),
                            words.difference(variant.low, .share), words.difference(variant.high, .share))
                }.joined(separator: " ")),
            rows: guardrail.variants.map {
                .init(name: $0.variant, estimate: $0.harm, low: $0.low, high: $0.high)
            },
            noEffect: (0, words(.noDifference)), marks: [(guardrail.margin, words(.limitMark))],
            label: words.tick(.share))
        return ChartFigure(chart, caption: "\(title). \(words(.harmHint))", numbers: table(guardrail))
    }

    private func table(_ guardrail: GuardrailReading) -> PageTable {
        let columns: [ExperimentPhrase] = [
            .variant, .unitsOfVariant, .unitsOfControl, .valueOfVariant, .valueOfControl, .worseBy, .lower, .upper,
            .state,
        ]
        return PageTable(
            caption: title(guardrail), columns: columns.map { words($0) },
            rows: guardrail.variants.map { variant in
                [
                    variant.language.map { words(.guardLanguage, variant.variant, $0) } ?? variant.variant,
                    words.count(variant.units), words.count(variant.controlUnits), words.value(variant.value, .share),
                    words.value(variant.controlValue, .share), words.difference(variant.harm, .share),
                    words.difference(variant.low, .share), words.difference(variant.high, .share),
                    variant.stoppedOn.map { words(.stoppedOn, words.day($0)) } ?? words(.holds),
                ].map { PageText($0) }
            })
    }
}

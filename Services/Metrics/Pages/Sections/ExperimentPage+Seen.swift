import Pages
import Programmes

extension ExperimentPage {
    /// Who was drawn for what, who met it, and whether the variants filled as meant (EXP-05, EXP-09).
    var seen: PageSection {
        PageSection(
            "seen", words(.seen),
            [
                PageTable(
                    caption: words(.variants),
                    columns: [.variant, .weight, .planned, .assigned, .exposed, .crossed, .matured].map { words($0) },
                    rows: report.variants.map(row)
                ).html,
                PageParts.paragraph(words(.seenHint), kind: "state"),
                PageParts.paragraph(ratio, kind: report.sampleRatio.isMismatch ? "note" : nil),
                PageParts.list(small),
            ])
    }

    private func row(_ variant: ExperimentReport.Variant) -> [PageText] {
        let numbers = [
            variant.weight, Int64(variant.planned), variant.assigned, variant.exposed, variant.crossed, variant.matured,
        ]
        return [PageText(variant.id == control ? words(.control, variant.id) : variant.id)]
            + numbers.map { PageText(words.count($0)) }
    }

    private var ratio: String {
        guard let p = report.sampleRatio.p else { return words(.ratioNone) }
        return words(
            report.sampleRatio.isMismatch ? .ratioFails : .ratioFine, words.p(p),
            words.local.shortest(report.sampleRatio.threshold))
    }

    /// The variants that are too small to be read without care (EXP-02).
    private var small: [PageText] {
        report.variants.compactMap { variant in
            let people = report.analysis == .exposure ? variant.exposed : variant.assigned
            guard people < Int64(ExperimentPlan.floor) else { return nil }
            return PageText(words(.smallVariant, variant.id, words.count(people), words.count(ExperimentPlan.floor)))
        }
    }
}

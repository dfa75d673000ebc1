import Pages

extension ExperimentPage {
    /// What was declared before anybody took part, and every change since (EXP-01).
    var registered: PageSection {
        PageSection(
            "registered", words(.registered),
            [
                PageParts.facts(design + registration),
                PageParts.heading(words(.deviations), level: 3),
                PageParts.paragraph(words(report.deviations.isEmpty ? .noDeviations : .planInForce)),
            ] + report.deviations.map(table))
    }

    private var design: [(name: String, text: PageText?)] {
        let plan = report.plan
        let variants = report.variants.map { $0.id == control ? words(.control, $0.id) : $0.id }
        let secondary = report.secondary.map { words.figure($0) }.joined(separator: ", ")
        return [
            (words(.hypothesis), written(report.hypothesis)),
            (words(.variants), PageText(variants.joined(separator: ", "))),
            (words(.unit), PageText(words(plan.unit == "client" ? .unitClient : .unitWorker))),
            (words(.eligible), report.eligible.map(written) ?? PageText(words(.everybody))),
            (words(.pathway), PageText(report.pathway ?? words(.allPathways))),
            (words(.primary), PageText(words.figure(report.primary))),
            (words(.secondary), PageText(secondary.isEmpty ? words(.none) : secondary)),
            (words(.dates), PageText(words(.dateRange, words.day(report.from), words.day(report.until)))),
            (words(.within), PageText(words(.withinDays, words.count(plan.within)))),
            (words(.plannedSize), PageText(words.count(plan.sizePerVariant))),
            (words(.expectedBase), plan.base.map { PageText(words.value($0, scale)) }),
            (words(.smallestEffect), plan.smallestEffect.map { PageText(words.amount($0, scale)) }),
            (words(.override), plan.override.map(written)), (words(.adjustment), adjustment.map { PageText($0) }),
        ]
    }

    private var adjustment: String? {
        switch report.plan.adjustment {
        case "covariate": words(.adjustedByCovariate, words.count(report.plan.preDays))
        case "change": words(.adjustedByChange, words.count(report.plan.preDays))
        default: nil
        }
    }

    private var registration: [(name: String, text: PageText?)] {
        let plan = report.plan
        let places = plan.namespace.map {
            words(.sharePlaces, $0.id, words.count($0.from), words.count($0.until - 1))
        }
        let factorial = plan.factorialWith.joined(separator: ", ")
        let version = words(.registeredWith, "\(report.registeredVersion)", words.moment(report.registeredAt))
        return [
            (words(.share), places.map { PageText($0) }),
            (words(.factorial), factorial.isEmpty ? nil : PageText(factorial)),
            (words(.registration), PageText(version)), (words(.salt), PageText(plan.salt)),
            (words(.digest), PageText(report.digest)),
        ]
    }

    private func table(_ deviation: ExperimentRegister.Deviation) -> String {
        PageTable(
            caption: words(.deviation, "\(deviation.version)", words.moment(deviation.publishedAt)),
            columns: [words(.field), words(.before), words(.after)],
            rows: deviation.changes.map { [PageText($0.field), written($0.before), written($0.after)] },
            isProse: true
        ).html
    }
}

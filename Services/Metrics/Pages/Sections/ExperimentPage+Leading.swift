import Pages

extension ExperimentPage {
    /// The programme's leading indicator against its baseline (EXP-16).
    var leading: PageSection? {
        guard let leading = report.leading else { return nil }
        let phrase: ExperimentPhrase =
            switch leading.state {
            case .met: .leadingMet
            case .notMet: .leadingNotMet
            case .notEnoughData: .leadingNotEnough
            }
        let mark = leading.state == .met ? "" : leading.state == .notMet ? " no" : " open"
        let name = words.figure(leading.kpi)
        return PageSection(
            "leading", words(.leading),
            [
                "<p class=\"standing\(mark)\"><strong>\(words.texts[phrase, name])</strong> "
                    + "\(Markup.escaped(words.reason(leading.reason, leading.scale)))</p>",
                PageParts.paragraph(words(.leadingHint), kind: "state"),
                PageParts.facts([(words(.hopedFor), leading.target.map(written))]), figure(leading, name),
            ])
    }

    private func figure(_ leading: LeadingIndicator, _ name: String) -> String {
        let title = words(.leadTitle, words.title(name))
        let table = table(leading, name, title)
        guard let baseline = leading.baseline else { return table.html }
        let range = words(
            .chartRow, name, words.value(leading.value, leading.scale), words.value(leading.low, leading.scale),
            words.value(leading.high, leading.scale))
        let chart = IntervalChart(
            ChartWords(
                id: "chart-leading", title: title,
                description: leading.value == nil ? words(.chartRowNone, name) : range),
            rows: [.init(name: name, estimate: leading.value, low: leading.low, high: leading.high)],
            noEffect: (baseline, words(.baseline)),
            marks: leading.goal.flatMap { $0 == baseline ? nil : $0 }.map { [($0, words(.goal))] } ?? [],
            label: words.valueTick(leading.scale))
        return ChartFigure(
            chart, caption: leading.scale == .share ? title : "\(title) (\(words.unit(leading.scale)))", numbers: table
        ).html
    }

    private func table(_ leading: LeadingIndicator, _ name: String, _ title: String) -> PageTable {
        let scale = leading.scale
        let interval =
            leading.low == nil || leading.high == nil
            ? LocalText.nothing
            : words(.intervalRange, words.value(leading.low, scale), words.value(leading.high, scale))
        return PageTable(
            caption: title,
            columns: [.figure, .value, .interval, .baseline, .goal, .restsOn, .better].map { words($0) },
            rows: [
                [
                    name, words.value(leading.value, scale), interval, words.value(leading.baseline, scale),
                    words.value(leading.goal, scale), words.count(leading.units),
                    words(leading.isLowerBetter ? .lowerIsBetter : .higherIsBetter),
                ].map { PageText($0) }
            ])
    }
}

extension Results {
    /// How far stages keep their rate while their tables grow, for `docs/performance.md`.
    var growthMarkdown: String {
        [machineText, growthText, growthPicture, removalText].compactMap { $0 }.joined(separator: "\n\n")
    }

    /// Rate against rows, for a picture beside the table.
    var growthGraph: String {
        var lines = growthStages.map { stage in
            GrowthGraph.Line(
                name: stage, points: growthSizes(of: stage).map { ($0.rows, $0.rate) }, isReference: false)
        }
        let turns = Dictionary(grouping: growth, by: \.rows).sorted { $0.key < $1.key }
        let loop = turns.compactMap { rows, rounds in
            rounds.compactMap { $0.reference?.messagesPerSecond }.median.map { (rows, $0) }
        }
        if !loop.isEmpty {
            lines.append(GrowthGraph.Line(name: "reference loop in C, no history", points: loop, isReference: true))
        }
        return GrowthGraph(lines: lines).svg
    }

    private var growthPicture: String? {
        growth.isEmpty ? nil : "![Messages a second against rows a table; the numbers stand in the table](growth.svg)"
    }

    private var growthStages: [String] {
        growth.map(\.stage).reduce(into: []) { stages, stage in
            if !stages.contains(stage) { stages.append(stage) }
        }
    }

    private func growthSizes(of stage: String) -> [GrowthSize] {
        Dictionary(grouping: growth.filter { $0.stage == stage }, by: \.rows)
            .compactMap { GrowthSize(rows: $0.key, rounds: $0.value) }.sorted { $0.rows < $1.rows }
    }

    private var growthText: String? {
        var rows: [String] = []
        for stage in growthStages {
            let sizes = growthSizes(of: stage)
            for size in sizes { rows.append(size.row(stage, after: sizes[0])) }
        }
        guard let first = growth.first else { return nil }
        let rounds = Dictionary(grouping: growth) { "\($0.stage) \($0.rows)" }.values.map(\.count).max() ?? 1
        let count = rounds == 1 ? "one round" : "the median of \(rounds) rounds by turns"
        return "Stages of \(Figure.text(Double(first.result.messages))) messages on tables that hold rows, \(count), "
            + "\(first.sharedBuffers) of shared buffers; no table was read from end to end:\n\n"
            + Figure.table(GrowthSize.header, rows)
    }

    private var removalText: String? {
        if removals.isEmpty { return nil }
        let rows = removals.map { removal in
            Figure.row(
                "\(removal.service), \(Figure.text(Double(removal.rows))) rows",
                Figure.text(Double(removal.removed)), Figure.text(removal.microsecondsARow, 2),
                Figure.text(removal.slowest * 1000),
                Figure.text(removal.vacuumSeconds / Double(removal.removed) * 1e6, 2),
                Figure.text(Double(removal.walBytes) / Double(removal.removed)))
        }
        let header = [
            "Inbox", "rows removed", "DELETE µs a row", "slowest ms", "VACUUM µs a row", "log bytes a row",
        ]
        return "Removing the oldest ids of an inbox as its service does, 10,000 a statement, found by its index:\n\n"
            + Figure.table(header, rows)
    }
}

extension Results {
    /// The whole suite on a replay.
    var replayText: String? {
        guard let suite = medianSuite else { return nil }
        let (usage, rest) = (suite.usage, suite.atRestASecond)
        func each(_ value: Int64?, _ decimals: Int) -> String {
            Figure.text(value.map { Double($0) / Double(suite.records) }, decimals)
        }
        let rows = [
            Figure.row("records a second, first publish to drained", Figure.text(suite.recordsPerSecond)),
            Figure.row("records a second, the import alone", Figure.text(suite.importRecordsPerSecond)),
            Figure.row("bytes of the database's log a record", each(usage.walBytes, 0)),
            Figure.row("commits a record", each(usage.commits, 3)),
            Figure.row("statements a record", each(usage.statements, 3)),
            Figure.row("commits a second at rest", Figure.text(rest.commits, 1)),
            Figure.row("processor seconds a second at rest", Figure.text(rest.cpuSeconds, 3)),
            Figure.row(
                "processor time that other programs took meanwhile", "\(Figure.text(suite.othersShare * 100)) %"),
        ]
        let (records, messages) = (Figure.text(Double(suite.records)), Figure.text(Double(suite.messages)))
        return "Replay of \(suite.data), \(records) records in \(messages) messages:\n\n"
            + Figure.table(["Figure", "Value"], rows)
    }

    /// What each process used for it.
    var processText: String? {
        guard let suite = medianSuite else { return nil }
        let tenThousands = Double(suite.records) / 10_000
        let processes = suite.memory.keys.sorted() + ["rabbitmq", "postgresql"]
        let rows = processes.map { name in
            let memory = suite.memory[name]
            return Figure.row(
                name, Figure.text((suite.usage.cpuSeconds[name] ?? 0) / tenThousands, 2),
                Figure.text(memory.map { Double($0.peak) / 1024 }),
                Figure.text(memory.map { Double($0.resident) / 1024 }))
        }
        let own = Figure.row("the import", Figure.text(suite.importCPUSeconds / tenThousands, 2), "–", "–")
        return Figure.table(["Process", "CPU s per 10,000 records", "peak MB", "steady MB"], rows + [own])
    }
}

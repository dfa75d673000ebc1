import Contracts

extension Results {
    /// One service on a full queue, and the reference loop beside it.
    var stageText: String? {
        let rows = BenchStage.allCases.compactMap(row) + [referenceRow].compactMap { $0 }
        if rows.isEmpty { return nil }
        let header = [
            "Stage", "messages/s", "x C", "own µs a message", "broker µs", "database µs", "log bytes", "statements",
            "commits", "peak MB", "others' time",
        ]
        let rounds = stages.values.map(\.count).max() ?? reference.count
        let note = reference.isEmpty ? " The reference loop was not there to be run." : ""
        let count = rounds == 1 ? "one round" : "the median of \(rounds) rounds by turns"
        return "One service on a full queue, \(count):\(note)\n\n" + Figure.table(header, rows)
    }

    private func row(_ stage: BenchStage) -> String? {
        guard let rounds = stages[stage.rawValue], let rate = stageRate(stage) else { return nil }
        func each(_ value: (Usage) -> Double?, _ decimals: Int = 1) -> String {
            Figure.text(
                rounds.compactMap { round in value(round.usage).map { $0 / Double(round.messages) } }.median, decimals)
        }
        return Figure.row(
            stage.rawValue, Figure.text(rate), Figure.text(ratio(stage), 2),
            each { ($0.cpuSeconds[stage.service.rawValue] ?? 0) * 1e6 },
            each { ($0.cpuSeconds["rabbitmq"] ?? 0) * 1e6 }, each { ($0.cpuSeconds["postgresql"] ?? 0) * 1e6 },
            each({ Double($0.walBytes) }, 0), each({ $0.statements.map(Double.init) }, 4),
            each({ Double($0.writingCommits) }, 4), Figure.text(rounds.map { Double($0.memory.peak) / 1024 }.max()),
            "\(Figure.text(rounds.map { $0.usage.othersShare() * 100 }.median)) %")
    }

    private var referenceRow: String? {
        guard let rate = referenceRate else { return nil }
        func each(_ value: (Usage) -> Double?, _ decimals: Int = 1) -> String {
            Figure.text(
                reference.compactMap { round in round.usage.flatMap(value).map { $0 / Double(round.n) } }.median,
                decimals)
        }
        let others = reference.compactMap { round in round.usage.map { $0.othersShare(own: round.cpu) * 100 } }.median
        return Figure.row(
            "reference loop in C", Figure.text(rate), "1.00",
            Figure.text(reference.map { $0.cpu / Double($0.n) * 1e6 }.median, 1),
            each { ($0.cpuSeconds["rabbitmq"] ?? 0) * 1e6 }, each { ($0.cpuSeconds["postgresql"] ?? 0) * 1e6 },
            each({ Double($0.walBytes) }, 0), each({ $0.statements.map(Double.init) }, 4),
            each({ Double($0.writingCommits) }, 4), "–", "\(Figure.text(others)) %")
    }
}

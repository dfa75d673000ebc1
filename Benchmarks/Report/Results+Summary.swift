extension Results {
    /// Everything as Markdown, for `docs/performance.md`.
    var markdown: String {
        [
            machineText, replayText, processText, stageText, hopsText, jsonText, signingText, latencyText,
        ].compactMap { $0 }.joined(separator: "\n\n")
    }

    /// The lines that the README shows.
    var summary: String {
        let rows =
            [replayRow] + BenchStage.allCases.filter(\.isMainPath).map(stageRow) + [hopsRow, issuingRow]
            + Results.rates.map(latencyRow) + [memoryRow]
        return Figure.table(["Figure", "Value"], rows.compactMap { $0 })
    }

    /// What everything ran on.
    var machineText: String {
        let versions = machine.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let loads = machine.loadBefore.map { Figure.text($0, 1) }.joined(separator: ", ")
        return """
            Measured \(machine.startedAt) on \(machine.cores) cores (\(machine.processor)), \
            \(Figure.text(Double(machine.memoryMegabytes) / 1024, 1)) GB of memory, Linux \(machine.kernel), \
            \(versions.joined(separator: ", ")), commit \(machine.commit).
            Load before the start (1, 5, 15 minutes): \(loads).
            """
    }

    private var replayRow: String? {
        guard let suite = medianSuite else { return nil }
        let count = Figure.text(Double(suite.records))
        return Figure.row(
            "inbound records a second, replay of \(suite.data) (\(count) records) through all five services",
            Figure.text(suite.recordsPerSecond))
    }

    private func stageRow(_ stage: BenchStage) -> String? {
        guard let rate = stageRate(stage) else { return nil }
        return Figure.row(
            "messages a second, \(stage.rawValue), its lightest message that changes one state and emits one event",
            Figure.text(rate) + ofReference(ratio(stage), "the reference loop"))
    }

    private var hopsRow: String? {
        hopsRate.map {
            Figure.row(
                "records and events a second, the five services in a chain",
                Figure.text($0) + ofReference(hopsRatio, "five reference loops"))
        }
    }

    private func ofReference(_ ratio: Double?, _ what: String) -> String {
        ratio.map { ", \(Figure.text($0, 2)) of \(what) in C" } ?? ""
    }

    private var issuingRow: String? {
        stageRate(.credential).map {
            Figure.row("credentials issued a second, message to committed row and signed document", Figure.text($0))
        }
    }

    private func latencyRow(_ rate: Int) -> String? {
        guard let rounds = latency[rate], let p50 = rounds.map(\.p50).median, let p99 = rounds.map(\.p99).median
        else { return nil }
        return Figure.row(
            "latency at \(Figure.text(Double(rate))) messages a second, record to published event, p50 and p99",
            "\(Figure.text(p50, 1)) ms and \(Figure.text(p99, 1)) ms")
    }

    private var memoryRow: String? {
        guard let suite = medianSuite else { return nil }
        let peaks = suite.memory.sorted { $0.key < $1.key }
            .map { "\($0.key) \(Figure.text(Double($0.value.peak) / 1024)) MB" }
        return Figure.row("peak memory of each service", peaks.joined(separator: ", "))
    }
}

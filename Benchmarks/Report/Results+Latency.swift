extension Results {
    /// How long single messages take.
    var latencyText: String? {
        var rows: [String] = []
        for rate in Results.rates {
            let loop = referenceLatency[rate] ?? []
            if let p50 = loop.map(\.p50).median {
                rows.append(
                    Figure.row(
                        "reference loop in C, queue to queue", Figure.text(Double(rate)), Figure.text(p50, 1),
                        Figure.text(loop.map(\.p99).median, 1), "1.00", "–", "–", "–", "–"))
            }
            rows += row("the same, sent and read as the stages are", rate, loopPaces[rate] ?? [], same: "1.00") ?? []
            for stage in BenchStage.allCases {
                let rounds = paces[stage.rawValue]?[rate] ?? []
                rows +=
                    row(
                        "\(stage.rawValue) alone", rate, rounds,
                        Figure.ratio(rounds.map(\.p99), loop.map(\.p99)),
                        same: Figure.ratio(rounds.map(\.p99), (loopPaces[rate] ?? []).map(\.p99))) ?? []
            }
        }
        for rate in Results.rates {
            rows += latency[rate].flatMap { row("engagement, beside the other four services", rate, $0) } ?? []
        }
        rows += row("result to credential, through three services", 50, chain) ?? []
        if rows.isEmpty { return nil }
        return "Latency at an even pace, in milliseconds, medians of the rounds:\n\n"
            + Figure.table(
                [
                    "From, to", "messages/s", "p50", "p99", "p99 x C", "same reader", "p99.9", "not come back", "load",
                ], rows)
    }

    /// - Parameters:
    ///   - ratio: the p99 by that of the reference loop, timed by its own programs.
    ///   - same: the p99 by that of the loop, timed by the same sender and reader.
    private func row(
        _ what: String, _ rate: Int, _ rounds: [LatencyResult], _ ratio: String = "–", same: String = "–"
    ) -> [String]? {
        guard let p50 = rounds.map(\.p50).median else { return nil }
        // A pace that was not kept says more than the one that was wanted.
        let sent = rounds.map(\.sentPerSecond).median ?? 0
        let pace = abs(sent / Double(rate) - 1) < 0.02 ? "" : " (sent \(Figure.text(sent)))"
        return [
            Figure.row(
                what, Figure.text(Double(rate)) + pace, Figure.text(p50, 1), Figure.text(rounds.map(\.p99).median, 1),
                ratio, same, Figure.text(rounds.map(\.p999).median, 1), "\(rounds.map(\.missing).reduce(0, +))",
                Figure.text(rounds.map(\.load).median, 1))
        ]
    }
}

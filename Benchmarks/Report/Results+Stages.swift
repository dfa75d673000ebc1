extension Results {
    /// One service on a full queue, and the reference loop beside it.
    var stageText: String? {
        var rows: [String] = []
        for service in Results.stagedServices {
            guard let rounds = stages[service], let rate = stageRate(service) else { continue }
            func each(_ value: (StageResult) -> Double, _ decimals: Int = 1) -> String {
                Figure.text(rounds.map { value($0) / Double($0.messages) }.median, decimals)
            }
            rows.append(
                Figure.row(
                    service, Figure.text(rate), Figure.text(ratio(service), 2),
                    each { ($0.usage.cpuSeconds[service] ?? 0) * 1e6 },
                    each { ($0.usage.cpuSeconds["rabbitmq"] ?? 0) * 1e6 },
                    each { ($0.usage.cpuSeconds["postgresql"] ?? 0) * 1e6 }, each({ Double($0.usage.walBytes) }, 0),
                    Figure.text(rounds.map { Double($0.memory.peak) / 1024 }.max()),
                    "\(Figure.text(rounds.map { $0.usage.othersShare() * 100 }.median)) %"))
        }
        if let rate = referenceRate {
            let cpu = reference.map { $0.cpu / Double($0.n) * 1e6 }.median
            rows.append(
                Figure.row(
                    "reference loop in C", Figure.text(rate), "1.00", Figure.text(cpu, 1), "–", "–", "–", "–", "–"))
        }
        if rows.isEmpty { return nil }
        let header = [
            "Stage", "messages/s", "x C", "own µs a message", "broker µs", "database µs", "log bytes", "peak MB",
            "others' time",
        ]
        let rounds = Results.stagedServices.compactMap { stages[$0]?.count }.max() ?? reference.count
        let note = referenceRate == nil ? " The reference loop was not there to be run." : ""
        let count = rounds == 1 ? "one round" : "the median of \(rounds) rounds by turns"
        return "One service on a full queue, \(count):\(note)\n\n"
            + Figure.table(header, rows)
    }

    /// Issuing beside the machine's own limit of signing.
    var signingText: String? {
        if signing.isEmpty { return nil }
        func row(_ what: String, _ value: (SigningRound) -> Double, _ decimals: Int = 0) -> String {
            Figure.row(what, Figure.text(signing.map(value).median, decimals))
        }
        var rows = [
            row("raw Ed25519 signatures, one core", { $0.ed25519 }),
            row("raw P-256 signatures, one core", { $0.p256 }),
            row("canonical forms of the fullest credential, one core", { $0.canonicalForms }),
            row("signed documents of it, one core", { $0.documents }),
            row("signed tokens of it, one core", { $0.tokens }),
        ]
        if let rate = stageRate("credentialing") {
            rows.append(
                Figure.row("credentials issued, from message to committed row and signed document", Figure.text(rate)))
        }
        rows.append(row("milliseconds to verify one, keys and status list at hand", { $0.verifyMilliseconds }, 1))
        return "Issuing and signing, a second:\n\n" + Figure.table(["What", "Figure"], rows)
    }

    /// How long single messages take.
    var latencyText: String? {
        var rows: [String] = []
        for rate in Results.rates {
            rows += latency[rate].flatMap { row("record to published event", rate, $0) } ?? []
            let loop = referenceLatency[rate] ?? []
            if let p50 = loop.map(\.p50).median {
                rows.append(
                    Figure.row(
                        "reference loop in C, queue to queue", Figure.text(Double(rate)), Figure.text(p50, 1),
                        Figure.text(loop.map(\.p99).median, 1), "–", "–", "–"))
            }
        }
        rows += row("result to credential, through three services", 50, chain) ?? []
        if rows.isEmpty { return nil }
        return "Latency at an even pace, in milliseconds, medians of the rounds:\n\n"
            + Figure.table(["From, to", "messages/s", "p50", "p99", "p99.9", "not come back", "load"], rows)
    }

    private func row(_ what: String, _ rate: Int, _ rounds: [LatencyResult]) -> [String]? {
        guard let p50 = rounds.map(\.p50).median else { return nil }
        // A pace that was not kept says more than the one that was wanted.
        let sent = rounds.map(\.sentPerSecond).median ?? 0
        let pace = abs(sent / Double(rate) - 1) < 0.02 ? "" : " (sent \(Figure.text(sent)))"
        return [
            Figure.row(
                what, Figure.text(Double(rate)) + pace, Figure.text(p50, 1), Figure.text(rounds.map(\.p99).median, 1),
                Figure.text(rounds.map(\.p999).median, 1), "\(rounds.map(\.missing).reduce(0, +))",
                Figure.text(rounds.map(\.load).median, 1))
        ]
    }
}

import Foundation

/// What several replicas did, as `results.json` holds it and `docs/scaling.md` shows it.
struct ScaleResults: Codable, Sendable {
    var drains: [DrainResult]
    var handovers: [HandoverResult]

    /// The tables; nil when nothing was measured.
    var markdown: String? {
        if drains.isEmpty && handovers.isEmpty { return nil }
        return [drainText, linkText, handoverText].compactMap { $0 }.joined(separator: "\n\n")
    }

    /// Results of the same kind, in the order of their first.
    private var cases: [(what: String, rounds: [DrainResult])] {
        var found: [(what: String, rounds: [DrainResult])] = []
        for drain in drains {
            let what = "\(drain.service), \(drain.replicas)\(drain.pooled ? " by a pooler" : "")"
            if let place = found.firstIndex(where: { $0.what == what }) {
                found[place].rounds.append(drain)
            } else {
                found.append((what, [drain]))
            }
        }
        return found
    }

    private var drainText: String? {
        if drains.isEmpty { return nil }
        let rows = cases.map { what, rounds in
            func each(_ value: (DrainResult) -> Double, _ decimals: Int = 1) -> String {
                Figure.text(rounds.map { value($0) / Double($0.messages) }.median, decimals)
            }
            func micro(_ program: String) -> String { each { ($0.usage.cpuSeconds[program] ?? 0) * 1e6 } }
            return Figure.row(
                what, Figure.text(rounds.map(\.messagesPerSecond).median), micro(rounds[0].service), micro("rabbitmq"),
                micro("postgresql"), rounds[0].pooled ? micro("pooler") : "–", each({ Double($0.usage.walBytes) }, 0),
                Figure.text(rounds.map(\.storedBytes).median),
                ScaleResults.shares(rounds.flatMap(\.shares)),
                "\(Figure.text(rounds.map { $0.usage.othersShare() * 100 }.median)) %")
        }
        let header = [
            "Service, replicas", "messages/s", "own µs a message", "broker µs", "database µs", "pooler µs", "log bytes",
            "stored bytes", "least and most of a replica", "others' time",
        ]
        let rounds = cases.map(\.rounds.count).max() ?? 0
        let count = rounds == 1 ? "one round" : "the median of \(rounds) rounds by turns"
        return "Full queues, \(count):\n\n" + Figure.table(header, rows)
    }

    private var linkText: String? {
        if drains.isEmpty { return nil }
        let rows = cases.map { what, rounds in
            func most(_ value: (DrainResult.Links) -> Int) -> String {
                "\(rounds.flatMap(\.links).map(value).max() ?? 0)"
            }
            return Figure.row(
                what, most(\.database), "\(rounds.map(\.sessions).max() ?? 0)", most(\.broker), most(\.channels))
        }
        let header = [
            "Service, replicas", "database connections a replica", "sessions at the server",
            "broker connections a replica",
            "channels a replica",
        ]
        return "Connections, the most that were seen:\n\n" + Figure.table(header, rows)
    }

    private var handoverText: String? {
        let rows = HandoverResult.Kind.allCases.compactMap { kind -> String? in
            let rounds = handovers.filter { $0.kind == kind }
            guard let first = rounds.first else { return nil }
            func worst(_ value: (HandoverResult) -> Double) -> String { Figure.text(rounds.map(value).max(), 2) }
            let isChange = kind != .quiet
            return Figure.row(
                kind.rawValue, "\(rounds.count)", isChange ? "\(first.before) to \(first.after)" : "\(first.before)",
                Figure.text(rounds.map { Double($0.moved) }.median, 0), isChange ? worst(\.heldSeconds) : "–",
                isChange ? worst(\.consumedSeconds) : "–", worst(\.longestGap), worst(\.longestWait))
        }
        guard let rate = handovers.first?.rate else { return nil }
        let header = [
            "Change", "seen", "replicas", "partitions moved", "held, s", "consumed, s", "longest gap, s",
            "longest wait, s",
        ]
        return "Credentialing under \(Figure.text(rate)) events a second, the slowest of each kind:\n\n"
            + Figure.table(header, rows)
    }

    /// The least and the most messages that a replica did.
    private static func shares(_ counts: [Int]) -> String {
        guard let least = counts.min(), let most = counts.max() else { return "–" }
        return "\(Figure.text(Double(least))) and \(Figure.text(Double(most)))"
    }
}

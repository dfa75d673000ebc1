/// A stage on tables of one size, the medians of its rounds.
struct GrowthSize {
    let rows: Int
    let rate: Double
    let ratio: Double?
    let logBytes: Double
    private let rounds: [GrowthRound]

    /// Nil without rounds.
    init?(rows: Int, rounds: [GrowthRound]) {
        guard let rate = rounds.map(\.result.messagesPerSecond).median,
            let logBytes = rounds.map({ Double($0.result.usage.walBytes) / Double($0.result.messages) }).median
        else { return nil }
        self.rows = rows
        self.rate = rate
        self.logBytes = logBytes
        self.rounds = rounds
        ratio = rounds.compactMap(\.ratio).median
    }

    static let header = [
        "Stage, rows a table before", "messages/s", "of the first", "x C", "x C of the first", "log bytes",
        "of the first", "whole pages in the log", "blocks not in memory", "in memory", "dead rows", "autovacuums",
        "tables MB", "indexes MB",
    ]

    /// The table's row, in proportion to the smallest size.
    func row(_ stage: String, after first: GrowthSize) -> String {
        func each(_ value: (GrowthRound) -> Int64) -> Double? {
            rounds.map { Double(value($0)) / Double($0.result.messages) }.median
        }
        func median(_ value: (GrowthRound) -> Int64) -> Double? { rounds.map { Double(value($0)) }.median }
        let hits = rounds.map { Double($0.blocksHit) / Double(max($0.blocksHit + $0.blocksRead, 1)) * 100 }.median
        let steadiness = ratio.flatMap { ratio in first.ratio.map { ratio / $0 } }
        let cells = [
            "\(stage), \(Figure.text(Double(rows)))", Figure.text(rate), Figure.text(rate / first.rate, 2),
            Figure.text(ratio, 2), Figure.text(steadiness, 2), Figure.text(logBytes),
            Figure.text(logBytes / first.logBytes, 2), Figure.text(each(\.fullPages), 2),
            Figure.text(each(\.blocksRead), 2), "\(Figure.text(hits, 1)) %", Figure.text(median(\.dead)),
            Figure.text(median(\.autovacuums)), Figure.text(median(\.tableBytes).map { $0 / 1e6 }),
            Figure.text(median(\.indexBytes).map { $0 / 1e6 }),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}

extension Results {
    /// How the services' memory went while they were at work for long, for `docs/performance.md`.
    var enduranceMarkdown: String? {
        guard let last = endurance.last else { return nil }
        let minutes = last.seconds / 60
        let rows = last.memory.keys.sorted().map { service in
            let looks = endurance.compactMap { look in look.memory[service].map { (look.seconds, $0) } }
            // The first sixth is when queues, pools and caches fill.
            let settled = looks.filter { $0.0 >= last.seconds / 6 }
            func megabytes(_ kilobytes: Int?) -> String { Figure.text(kilobytes.map { Double($0) / 1024 }, 1) }
            return Figure.row(
                service, megabytes(settled.first?.1.own), megabytes(settled[settled.count / 2].1.own),
                megabytes(settled.last?.1.own), Figure.text(Results.growthAnHour(settled), 1),
                megabytes(settled.last?.1.resident), megabytes(settled.last?.1.peak))
        }
        let header = [
            "Service", "own MB after a sixth", "half-way", "at the end", "own MB more an hour", "resident MB",
            "peak MB",
        ]
        return "\(machineText)\n\n\(Figure.text(minutes)) minutes at an even pace, "
            + "\(Figure.text(Double(last.sent) / last.seconds)) messages a second, \(Figure.text(Double(last.sent))) in "
            + "all, \(Figure.text(Double(last.credentials))) credentials; own memory is heap and stacks, resident is "
            + "with the pages of programs and libraries:\n\n" + Figure.table(header, rows)
    }

    /// The slope of the straight line through own memory that leaves the smallest squares, in MB an hour.
    private static func growthAnHour(_ looks: [(seconds: Double, memory: ProcessMemory)]) -> Double? {
        let count = Double(looks.count)
        let meanTime = looks.map(\.seconds).reduce(0, +) / count
        let meanOwn = looks.map { Double($0.memory.own) }.reduce(0, +) / count
        let spread = looks.map { ($0.seconds - meanTime) * ($0.seconds - meanTime) }.reduce(0, +)
        if spread == 0 { return nil }
        let common = looks.map { ($0.seconds - meanTime) * (Double($0.memory.own) - meanOwn) }.reduce(0, +)
        return common / spread * 3600 / 1024
    }
}

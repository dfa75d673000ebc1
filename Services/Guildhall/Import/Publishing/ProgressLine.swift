/// The words of a progress display.
enum ProgressLine {
    private static let width = 30

    /// How much of all is done, how fast, and how long the rest will take at that pace.
    static func text(done: Int, total: Int, sinceStart: Int, elapsed: Duration, bar: Bool) -> String {
        let percent = total == 0 ? 100 : done * 100 / total
        var text = "\(percent) %  \(Grouping.text(done)) of \(Grouping.text(total))"
        let milliseconds =
            elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
        if milliseconds > 0, sinceStart > 0 {
            text += "  \(Grouping.text(Int(Int64(sinceStart) * 1000 / milliseconds)))/s"
            let rest = Int64(total - done) * milliseconds / Int64(sinceStart) / 1000
            if done < total { text += "  \(duration(rest)) left" }
        }
        guard bar else { return text }
        let filled = total == 0 ? width : done * width / total
        return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled) + "] " + text
    }

    private static func duration(_ seconds: Int64) -> String {
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}

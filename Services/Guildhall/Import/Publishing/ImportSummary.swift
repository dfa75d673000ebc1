import Foundation

/// What an import did.
struct ImportSummary: Sendable, Encodable {
    /// Records of the files.
    let records: Int
    /// Records that an earlier run had sent.
    let skipped: Int
    /// Records sent and confirmed.
    let sent: Int
    /// Messages that carried them.
    let messages: Int
    /// Messages sent twice because the connection broke before their confirmation.
    let repeatedMessages: Int
    /// Seconds it took, to the millisecond.
    let seconds: Double
    /// Records a second.
    let recordsPerSecond: Int

    init(records: Int, skipped: Int, sent: Int, messages: Int, repeatedMessages: Int, duration: Duration) {
        self.records = records
        self.skipped = skipped
        self.sent = sent
        self.messages = messages
        self.repeatedMessages = repeatedMessages
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        seconds = Double(milliseconds) / 1000
        recordsPerSecond = milliseconds == 0 ? sent : Int(Int64(sent) * 1000 / milliseconds)
    }
}

extension ImportSummary: CustomStringConvertible {
    var description: String {
        var lines = [
            "Sent \(Grouping.text(sent)) records in \(Grouping.text(messages)) messages, all confirmed: "
                + "\(String(format: "%.1f", seconds)) s, \(Grouping.text(recordsPerSecond)) records a second."
        ]
        if skipped > 0 { lines.append("\(Grouping.text(skipped)) records had been sent by an earlier run.") }
        if repeatedMessages > 0 {
            lines.append(
                "\(Grouping.text(repeatedMessages)) messages may have been sent twice; the services count duplicates.")
        }
        return lines.joined(separator: "\n")
    }
}

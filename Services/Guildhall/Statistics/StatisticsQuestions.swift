import Foundation

/// The questions in a file: one JSON object, or one a line.
struct StatisticsQuestions {
    /// The JSON texts.
    let all: [Data]
    /// Whether they came one a line, and are answered likewise.
    let areLines: Bool

    init(_ text: Data) {
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { line in
            !line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        }
        // A document spread over lines does not begin with a line that is whole.
        if lines.count > 1, (try? JSONSerialization.jsonObject(with: Data(lines[0]))) is [String: Any] {
            (all, areLines) = (lines.map { Data($0) }, true)
        } else {
            (all, areLines) = ([text], false)
        }
    }
}

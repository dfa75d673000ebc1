/// Takes the events of a file apart: one event, a JSON list of events, or one event a line.
public enum EventText {
    /// Where each event stands; none of them is judged.
    ///
    /// A text that begins with a bracket and is no readable list, or that is no single JSON value, is taken by lines.
    public static func split(_ bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { buffer in
            let start = JSONSplitter.skipSpace(buffer, 0)
            guard start < buffer.count else { return [] }
            if buffer[start] == UInt8(ascii: "["), let ranges = try? JSONSplitter.elements(buffer) { return ranges }
            if (try? JSONIndexer.index(buffer, depthLimit: EnvelopeLimits.standard.depth)) != nil {
                return [start..<trimmed(buffer, start, buffer.count)]
            }
            return lines(buffer)
        }
    }

    /// Reads the event that stands at a place, as if it had come alone in structured mode.
    public static func read(
        _ bytes: [UInt8], _ range: Range<Int>, limits: EnvelopeLimits = .standard, judge: EnvelopeJudge = .guildhall
    ) -> EnvelopeReader.Outcome {
        guard range.count <= limits.bytes else {
            let problem = ContractProblem(path: "", message: RefusalCode.tooLarge(range.count, limits))
            return .failure(RefusedEvent(.tooLarge, [problem]))
        }
        return EnvelopeReader.event(bytes, range, limits: limits, judge: judge)
    }

    private static func lines(_ buffer: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < buffer.count {
            let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
            let first = min(JSONSplitter.skipSpace(buffer, start), end)
            let last = trimmed(buffer, first, end)
            if first < last { ranges.append(first..<last) }
            start = end + 1
        }
        return ranges
    }

    private static func trimmed(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(buffer[end - 1]) { end -= 1 }
        return end
    }
}

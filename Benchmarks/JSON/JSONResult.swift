/// Microseconds that reading and writing one message takes.
struct JSONResult: Codable, Sendable {
    /// Of the message.
    var bytes: Int
    /// By the contracts.
    var read: Double
    var write: Double
    /// By JSONDecoder and JSONEncoder.
    var foundationRead: Double
    var foundationWrite: Double

    /// Both directions by the contracts, as a share of what Foundation takes.
    var share: Double { (read + write) / (foundationRead + foundationWrite) }
}

extension JSONResult {
    /// The median of each.
    init(medianOf rounds: [JSONResult]) throws {
        func median(_ value: (JSONResult) -> Double) throws -> Double {
            guard let median = rounds.map(value).median else { throw BenchError("nothing was measured") }
            return median
        }
        self.init(
            bytes: rounds[0].bytes, read: try median(\.read), write: try median(\.write),
            foundationRead: try median(\.foundationRead), foundationWrite: try median(\.foundationWrite))
    }
}

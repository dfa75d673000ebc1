import Contracts
import Foundation

/// Moments for tests.
enum UTCMoment {
    /// `2014-02-01` or `2014-02-01T10:00:00Z`.
    static func parse(_ text: String) -> Timestamp? {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count >= 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else { return nil }
        let seconds = parts.dropFirst(3).prefix(3).reduce(0) { $0 * 60 + $1 }
        return Timestamp(day).adding(seconds: Int64(parts.count > 3 ? seconds : 0))
    }
}

import Contracts
import Foundation
import Testing

@testable import MetricsService

/// Variants that do no harm, watched every day while people still come in and bad things still happen to them.
@Suite("False stops")
struct GuardrailErrorTests {
    @Test(
        "EXP-12: a variant that does no harm is stopped no more often than promised, whatever is rare or common",
        arguments: [0.01, 0.05, 0.2, 0.5])
    func falseStops(share: Double) throws {
        let experiments = 10_000
        var random = SeededGenerator(seed: UInt64(share * 1000))
        var stops = 0
        for _ in 0..<experiments {
            var units = [0, 0], flagged = [0, 0], open = [0, 0]
            var isStopped = false
            for day in 0..<90 where !isStopped {
                for arm in 0...1 {
                    // Ten people a day meet it for 30 days; of those to whom it will happen, a tenth do so on any day.
                    if day < 30 {
                        units[arm] += 10
                        for _ in 0..<10 where Double.random(in: 0..<1, using: &random) < share { open[arm] += 1 }
                    }
                    var happened = 0
                    for _ in 0..<open[arm] where Double.random(in: 0..<1, using: &random) < 0.1 { happened += 1 }
                    open[arm] -= happened
                    flagged[arm] += happened
                }
                let look = GuardrailRule.look(
                    flagged: flagged[1], of: units[1], control: flagged[0], of: units[0])
                if let look, look.low > 0 { isStopped = true }
            }
            if isStopped { stops += 1 }
        }
        // One of the two sides of an interval that misses in 5 of 100.
        let expected = 0.025 * Double(experiments)
        #expect(Double(stops) <= expected + 3.2905 * (expected * 0.975).squareRoot(), "\(stops) stops")
    }

    @Test("EXP-12: a variant that doubles what is bad is stopped nearly always, and soon")
    func harm() throws {
        var random = SeededGenerator(seed: 12)
        var (stops, days) = (0, 0)
        for _ in 0..<300 {
            var units = 0, flagged = [0, 0]
            for day in 1...30 {
                units += 10
                for arm in 0...1 {
                    for _ in 0..<10 where Double.random(in: 0..<1, using: &random) < (arm == 0 ? 0.2 : 0.4) {
                        flagged[arm] += 1
                    }
                }
                let look = GuardrailRule.look(flagged: flagged[1], of: units, control: flagged[0], of: units)
                if let look, look.low > 0 {
                    stops += 1
                    days += day
                    break
                }
            }
        }
        #expect(stops > 285, "\(stops) of 300")
        #expect(days / stops < 20, "after \(days / stops) days")
    }
}

import Contracts
import Programmes
import Testing

@testable import MetricsService

@Suite("The leading indicator against its baseline")
struct LeadingTests {
    private static func state(
        _ part: Int, of whole: Int, baseline: Double? = 0.4, goal: Double? = nil, isLowerBetter: Bool = false
    ) -> (LeadingIndicator.State, String) {
        let verdict = LeadingIndicator.judge(
            .share(part, of: whole), baseline: baseline, goal: goal, isLowerBetter: isLowerBetter)
        return (verdict.state, verdict.reason.code)
    }

    @Test(
        "EXP-16: met needs the goal and an interval clear of the baseline; not met, one that excludes the goal"
    )
    func states() {
        #expect(Self.state(60, of: 100) == (.met, "reached"))
        #expect(Self.state(45, of: 100) == (.notEnoughData, "unclear"))
        #expect(Self.state(20, of: 100) == (.notMet, "missed"))
        // A higher goal is not reached by being above the baseline.
        #expect(Self.state(60, of: 100, goal: 0.65) == (.notEnoughData, "unclear"))
        #expect(Self.state(60, of: 100, goal: 0.75) == (.notMet, "missed"))
    }

    @Test("EXP-16: of some figures less is better")
    func lower() {
        #expect(Self.state(20, of: 100, isLowerBetter: true) == (.met, "reached"))
        #expect(Self.state(60, of: 100, isLowerBetter: true) == (.notMet, "missed"))
        #expect(FirstWeekErrors.isLowerBetter && Incidents.isLowerBetter && TimeToFill.isLowerBetter)
        #expect(!Completion.isLowerBetter && !Rehire.isLowerBetter)
    }

    @Test("EXP-16: fewer than 50, no baseline, or no value is not enough data")
    func few() {
        #expect(Self.state(49, of: 49) == (.notEnoughData, "few"))
        #expect(Self.state(50, of: 50) == (.met, "reached"))
        #expect(Self.state(90, of: 100, baseline: nil) == (.notEnoughData, "no-baseline"))
        #expect(Self.state(0, of: 0) == (.notEnoughData, "undefined"))
    }

    @Test("EXP-16: what is reported of one engagement hangs together, and the interval of a rate knows")
    func ratio() throws {
        let even = try #require(LeadingValue.ratio((0..<100).map { _ in (1, 10) }))
        #expect(even.value == 0.1 && even.low == 0.1 && even.high == 0.1 && even.units == 100)
        // All errors in a tenth of the engagements: far wider than 1000 independent units would be.
        let lumped = try #require(LeadingValue.ratio((0..<100).map { (($0 % 10 == 0 ? 10 : 0), 10) }))
        let width = (lumped.high ?? 0) - (lumped.low ?? 0)
        #expect(lumped.value == 0.1 && abs(width - 2 * 1.96 * 0.3 / 99.0.squareRoot()) < 1e-4)
        #expect(LeadingValue.ratio([]) == nil && LeadingValue.ratio([(1, 2)])?.low == nil)
    }

    @Test("EXP-16: means and medians have intervals of their own")
    func others() throws {
        let mean = try #require(LeadingValue.mean((0..<100).map { Double($0 % 2) }))
        #expect(abs(mean.value - 0.5) < 1e-12 && abs((mean.high ?? 0) - 0.5 - 1.96 * 0.5 / 99.0.squareRoot()) < 1e-4)
        let median = try #require(LeadingValue.median((1...100).map(Double.init)))
        #expect(median.value == 50.5 && median.low == 40 && median.high == 60)
        #expect(LeadingValue.mean([]) == nil && LeadingValue.median([]) == nil && LeadingValue.mean([1])?.low == nil)
    }

    @Test("EXP-16: every figure that can lead has a value from its observations")
    func figures() {
        let about = Circumstances(person: Fixtures.contractor(1), at: Fixtures.day(20_000), isHeld: nil, label: nil)
        #expect(
            Participation.leading([.init(circumstances: about, isInvited: true, isOptedIn: true)])?.value == 1)
        #expect(Completion.leading([.init(circumstances: about, isCompleted: false)])?.value == 0)
        #expect(
            Rehire.leading([
                .init(circumstances: about, isClosed: true, isFollowed: true),
                .init(circumstances: about, isClosed: false, isFollowed: false),
            ])?.units == 1)
        #expect(
            Clearance.leading([
                .init(
                    circumstances: about, dueAt: Fixtures.day(20_003), clearedAt: Fixtures.day(20_002),
                    isClosed: false, isDue: true)
            ])?.value == 1)
        #expect(
            FirstWeekErrors.leading([
                .init(
                    circumstances: about, kind: .work, engagement: Fixtures.engagement("E"), units: 10, errors: 1)
            ])?.value == 0.1)
        #expect(
            Incidents.leading([
                .init(circumstances: about, kind: .days, days: 20),
                .init(circumstances: about, kind: .incident, days: 0),
            ])?.value == 0.05)
        #expect(
            TimeToFill.leading([
                .init(circumstances: about, outcome: .filled, wantedAt: Fixtures.day(19_998), places: 1)
            ])?.value == 2)
        #expect(QualityDelta.leading([]) == nil)
    }
}

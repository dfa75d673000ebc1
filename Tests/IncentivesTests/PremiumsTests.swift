import Contracts
import Programmes
import Testing

@testable import IncentivesService

@Suite("Which engagements get a premium")
struct PremiumsTests {
    private func start(_ number: Int, _ day: String) throws -> Premiums.Start {
        Premiums.Start(engagement: .number(number), at: try #require(Timestamp.day(day)))
    }

    private func entitlement(_ number: Int, _ from: String, _ until: String, uses: Int = 2) throws
        -> Premiums.Entitlement
    {
        Premiums.Entitlement(
            credential: .number(number), awardedAt: try #require(Timestamp.day(from)),
            validUntil: try #require(Timestamp.day(until)),
            uses: uses)
    }

    private func allocate(_ starts: [Premiums.Start], _ entitlements: [Premiums.Entitlement]) -> [[Int]] {
        Premiums.allocate(starts, entitlements).map { [Int($0.engagement.low), Int($0.credential.low)] }
    }

    @Test("INC-06: exactly the next two engagements, and the third gets none")
    func nextTwo() throws {
        let starts = try [start(3, "2014-05-03"), start(1, "2014-05-01"), start(2, "2014-05-02")]
        #expect(try allocate(starts, [entitlement(100, "2014-04-01", "2015-04-01")]) == [[1, 100], [2, 100]])
    }

    @Test(
        "INC-06: not one that starts on the day of the award or before, nor on the day of expiry or after",
        arguments: [
            ("2014-03-31", false), ("2014-04-01", false), ("2014-04-02", true), ("2015-03-31", true),
            ("2015-04-01", false),
            ("2015-04-02", false),
        ])
    func window(_ day: String, _ entitled: Bool) throws {
        let uses = try allocate([start(1, day)], [entitlement(100, "2014-04-01", "2015-04-01")])
        #expect(uses == (entitled ? [[1, 100]] : []))
    }

    @Test("INC-06: days are days of UTC, whatever the time of day")
    func days() throws {
        let late = Premiums.Start(
            engagement: .number(1), at: try #require(Timestamp.day("2014-04-01")).adding(seconds: 86_399))
        let next = Premiums.Start(engagement: .number(2), at: try #require(Timestamp.day("2014-04-02")))
        let entitlement = Premiums.Entitlement(
            credential: .number(100), awardedAt: try #require(Timestamp.day("2014-04-01")).adding(seconds: 50_000),
            validUntil: try #require(Timestamp.day("2015-04-01")).adding(seconds: 50_000), uses: 2)
        #expect(allocate([late, next], [entitlement]) == [[2, 100]])
        let last = Premiums.Start(engagement: .number(3), at: try #require(Timestamp.day("2015-04-01")))
        #expect(allocate([last], [entitlement]) == [])
    }

    @Test("INC-06: the oldest credential that has one left; of two of one day the one with the lower id")
    func oldest() throws {
        let starts = try (1...5).map { try start($0, "2014-06-0\($0)") }
        let entitlements = try [
            entitlement(102, "2014-04-01", "2015-04-01"), entitlement(101, "2014-04-01", "2015-04-01"),
            entitlement(100, "2014-05-01", "2015-05-01", uses: 1),
        ]
        #expect(allocate(starts, entitlements) == [[1, 101], [2, 101], [3, 102], [4, 102], [5, 100]])
    }

    @Test("INC-06: of engagements that start at once, the lower id goes first")
    func ties() throws {
        let starts = try [start(9, "2014-05-01"), start(8, "2014-05-01"), start(7, "2014-05-01")]
        #expect(try allocate(starts, [entitlement(100, "2014-04-01", "2015-04-01")]) == [[7, 100], [8, 100]])
    }

    @Test(
        "INC-07: the amount is rounded as the programme declares",
        arguments: [
            (101_000, 500, Rounding.halfEven, 5050), (10, 500, .halfEven, 0), (30, 500, .halfEven, 2),
            (10, 500, .halfUp, 1), (11, 500, .halfEven, 1), (39, 500, .down, 1), (9_999, 1000, .halfUp, 1000),
        ] as [(Int64, Int64, Rounding, Int64)])
    func amounts(_ value: Int64, _ rate: Int64, _ rounding: Rounding, _ expected: Int64) {
        let amount = PremiumAmount.of(Money(minorUnits: value, currency: "USD"), basisPoints: rate, rounding)
        #expect(amount == Money(minorUnits: expected, currency: "USD"))
    }

    @Test("INC-07: no value, no amount; the largest value does not overflow")
    func extremes() {
        #expect(PremiumAmount.of(nil, basisPoints: 500, .halfEven) == nil)
        #expect(PremiumAmount.of(Money(minorUnits: -5, currency: "USD"), basisPoints: 500, .halfEven) == nil)
        let most = PremiumAmount.of(Money(minorUnits: .max, currency: "JPY"), basisPoints: 10_000, .halfEven)
        #expect(most?.minorUnits == .max)
    }
}

extension Identifier {
    /// A readable id for tests.
    static func number(_ number: Int) -> Identifier {
        Identifier(high: 0, low: UInt64(number))
    }
}

extension Timestamp {
    /// Midnight of `2014-04-01`.
    static func day(_ text: String) -> Timestamp? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return Day(year: parts[0], month: parts[1], day: parts[2]).map(Timestamp.init)
    }
}

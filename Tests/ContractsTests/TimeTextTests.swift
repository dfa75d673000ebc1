import Contracts
import Testing

@Suite("Moments and days as text")
struct TimeTextTests {
    @Test(
        "RFC 3339 moments are read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1), ("1970-01-01t01:00:00.5+01:00", 500_000),
            ("1969-12-31T23:59:59.999999-00:00", -1), ("1970-01-01T00:00:00.1234567899z", 123_456),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000_000), ("2017-01-01T00:59:60+01:00", 1_483_228_800_000_000),
        ] as [(String, Int64)])
    func read(text: String, microseconds: Int64) {
        #expect(Timestamp(text)?.microseconds == microseconds)
    }

    @Test(
        "What RFC 3339 does not allow is no moment",
        arguments: [
            "", "2025-09-15", "2025-09-15T08:30:00", "2025-09-15 08:30:00Z", "2025-09-15T24:00:00Z",
            "2025-09-15T08:60:00Z", "2025-09-15T08:30:61Z", "2025-09-15T08:30:60Z", "2025-02-29T00:00:00Z",
            "2100-02-29T00:00:00Z", "2025-00-10T00:00:00Z", "2025-09-00T00:00:00Z", "25-09-15T08:30:00Z",
            "2025-09-15T08:30:00.Z", "2025-09-15T08:30:00.5", "2025-09-15T08:30:00+0100", "2025-09-15T08:30:00+24:00",
            "2025-09-15T08:30:00+01:60", "2025-09-15T08:30:00Zx", "+2025-09-15T08:30:00Z", "2025-9-15T08:30:00Z",
            "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "２025-09-15T08:30:00Z", "2025-09-15T08:30:00 Z",
        ])
    func refuse(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("Every moment and day of the years 1 to 9999 survives its text")
    func roundTrip() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let moment = Timestamp(
                microseconds: .random(in: -62_135_596_800_000_000..<253_402_300_800_000_000, using: &random))
            #expect(Timestamp(moment.description) == moment)
            #expect(Day(moment.day.description) == moment.day)
        }
        #expect(Timestamp(microseconds: .min).description.hasSuffix("Z"))
        #expect(Timestamp(microseconds: .max).description.hasSuffix("Z"))
    }

    @Test("Days follow each other through leap years")
    func days() {
        var day = Day(number: Day(year: 1896, month: 1, day: 1)?.number ?? 0)
        for _ in 0..<80_000 {
            let next = day.adding(days: 1)
            let (left, right) = (day.civil, next.civil)
            let isSameMonth = left.month == right.month && right.day == left.day + 1
            #expect(isSameMonth || right.day == 1 && left.day >= 28)
            #expect(Day(year: left.year, month: left.month, day: left.day) == day)
            day = next
        }
        #expect(Day("2000-02-29") != nil && Day("1900-02-29") == nil && Day("2024-02-29") != nil)
        #expect(Day("2023-02-29") == nil && Day("2024-2-9") == nil && Day("2024-04-31") == nil)
    }

    @Test(
        "CRD-04: calendar months are clamped to the month's last day",
        arguments: [
            ("2024-02-29", 12, "2025-02-28"), ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2025-08-31", 1, "2025-09-30"), ("2025-12-15", 1, "2026-01-15"), ("2025-01-15", -1, "2024-12-15"),
            ("2025-03-31", -1, "2025-02-28"), ("2025-09-20", 12, "2026-09-20"), ("2025-01-01", -25, "2022-12-01"),
        ])
    func months(from: String, months: Int, to: String) throws {
        let day = try #require(Day(from))
        #expect(day.adding(months: months).description == to)
        let noon = try #require(Timestamp("\(from)T12:00:00.5Z"))
        #expect(noon.adding(months: months).description == "\(to)T12:00:00.500000Z")
    }
}

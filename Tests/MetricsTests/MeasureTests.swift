import Contracts
import Foundation
import Testing

@testable import MetricsService

@Suite("Figures from observations")
struct MeasureTests {
    private static func at(_ day: Int32, _ person: Int = 0, held: Bool? = false, label: String? = nil) -> Circumstances
    {
        Circumstances(
            person: Fixtures.contractor(person), at: Fixtures.day(day), isHeld: held, label: label)
    }

    private static func text(_ groups: [KPIReport.Group]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(groups), as: UTF8.self)
    }

    @Test("MET-01: median and 90th percentile by type 7; open, closed and untimed places are counted apart")
    func timeToFill() {
        let days: [Int32] = [1, 2, 4, 10]
        var seen = days.map { day in
            TimeToFill.Seen(
                circumstances: Self.at(20_000 + day), outcome: .filled, wantedAt: Fixtures.day(20_000), places: 1)
        }
        for (outcome, places) in [(TimeToFill.Seen.Outcome.open, Int64(3)), (.closed, 2), (.untimed, 1)] {
            seen.append(
                TimeToFill.Seen(circumstances: Self.at(20_000), outcome: outcome, wantedAt: nil, places: places))
        }
        let figures = TimeToFill.figures(seen)
        #expect(figures["medianDays"] == .value(3))
        guard case .value(let p90?) = figures["p90Days"] else { return #expect(Bool(false), "no percentile") }
        #expect(abs(p90 - 8.2) < 1e-9)
        #expect(figures["filled"] == .count(4) && figures["open"] == .count(3))
        #expect(figures["closed"] == .count(2) && figures["untimed"] == .count(1))
    }

    @Test("MET-02: errors over units; engagements without units are out of the rate and counted")
    func firstWeek() {
        func seen(_ kind: FirstWeekErrors.Seen.Kind, _ id: String, _ units: Int64, _ errors: Int64)
            -> FirstWeekErrors.Seen
        {
            .init(
                circumstances: Self.at(20_000), kind: kind, engagement: Fixtures.engagement(id), units: units,
                errors: errors)
        }
        let figures = FirstWeekErrors.figures([
            seen(.work, "A", 10, 1), seen(.work, "A", 10, 2), seen(.work, "B", 5, 2), seen(.none, "C", 0, 0),
            seen(.open, "D", 0, 0),
        ])
        #expect(figures["rate"] == .value(0.2) && figures["engagements"] == .count(2))
        #expect(figures["withoutUnits"] == .count(1) && figures["open"] == .count(1))
    }

    @Test("MET-03: a span of days is cut where a variant was met; the day itself counts from its first moment")
    func spans() {
        let span = Incidents.Seen(circumstances: Self.at(20_000), kind: .days, days: 10)
        #expect(span.part(from: Fixtures.day(20_003))?.days == 7)
        #expect(span.part(from: Fixtures.day(20_003, plus: 1))?.days == 6)
        #expect(span.part(from: Fixtures.day(19_000))?.days == 10)
        #expect(span.part(from: Fixtures.day(20_010)) == nil)
        let incident = Incidents.Seen(circumstances: Self.at(20_001), kind: .incident, days: 0)
        #expect(Incidents.figures([span, incident])["perWorkerDay"] == .value(0.1))
        #expect(Incidents.figures([incident])["perWorkerDay"] == .value(nil))
    }

    @Test("MET-04: participation and completion have denominators of their own")
    func participation() {
        let seen = [(true, true), (true, false), (true, false), (true, true), (false, true)].map { one in
            Participation.Seen(circumstances: Self.at(20_000), isInvited: one.0, isOptedIn: one.1)
        }
        #expect(Participation.figures(seen)["rate"] == .value(0.5))
        #expect(Participation.figures(seen)["uninvited"] == .count(1))
        let parts = [true, false, false, false, false].map {
            Completion.Seen(circumstances: Self.at(20_000), isCompleted: $0)
        }
        #expect(Completion.figures(parts)["rate"] == .value(0.2))
    }

    @Test("MET-05: the delta is each worker's mean after less the mean before, per worker and cohort")
    func quality() {
        func seen(_ worker: Int, _ day: Int32, _ percent: Int64, first: Int32?) -> QualityDelta.Seen {
            .init(
                circumstances: Self.at(day, worker, label: first.map { "cohort-\($0)" }), percent: Decimal6(percent),
                firstAt: first.map { Fixtures.day($0) })
        }
        let ratings = [
            seen(1, 20_000, 50, first: 20_010), seen(1, 20_005, 70, first: 20_010),
            seen(1, 20_010, 90, first: 20_010), seen(2, 20_000, 40, first: 20_020),
            seen(2, 20_030, 50, first: 20_020), seen(3, 20_000, 99, first: nil), seen(4, 20_000, 10, first: 20_020),
        ]
        let figures = QualityDelta.figures(ratings)
        #expect(figures["delta"] == .value(20) && figures["workers"] == .count(2))
        #expect(figures["withoutBoth"] == .count(1) && figures["ratings"] == .count(7))
        let workers = QualityDelta.workers(ratings)
        #expect(workers.first { $0.contractor == "\(Fixtures.contractor(1))" }?.delta == .value(30))
        #expect(workers.first { $0.contractor == "\(Fixtures.contractor(3))" }?.delta == .value(nil))
        let groups = KPIReport.groups(QualityDelta.self, ratings, KPIQuestion(asOf: Day(number: 20_100)))
        #expect(groups.first { $0.by == ["cohort": "cohort-20020"] }?.figures["delta"] == .value(10))
    }

    @Test("MET-06 MET-20: the rehire rate is told apart by the credential held at the end; censored ones are no no")
    func rehire() {
        let seen = [(true, true, true), (true, false, true), (true, true, false), (false, false, false)].map { one in
            Rehire.Seen(circumstances: Self.at(20_000, held: one.2), isClosed: one.0, isFollowed: one.1)
        }
        var question = KPIQuestion(asOf: Day(number: 20_100))
        question.isSplitByCredential = true
        let groups = KPIReport.groups(Rehire.self, seen, question)
        #expect(groups.first { $0.by == ["credential": "held"] }?.figures["rate"] == .value(0.5))
        let without = groups.first { $0.by == ["credential": "not held"] }?.figures
        #expect(without?["rate"] == .value(1) && without?["censored"] == .count(1))
    }

    @Test("What is not defined is null in the document, never zero and never no number")
    func undefined() throws {
        var question = KPIQuestion(asOf: Day(number: 20_100))
        question.isSplitByCredential = true
        #expect(try Self.text(KPIReport.groups(Participation.self, [], question)).contains(#""rate":null"#))
        #expect(try Self.text(KPIReport.groups(TimeToFill.self, [], question)).contains(#""medianDays":null"#))
        let nan = KPIReport.Group(by: [:], figures: ["x": .value(.nan)])
        #expect(try Self.text([nan]).contains(#""x":null"#))
    }

    @Test("Rewards of several currencies have no common sum")
    func currencies() {
        func seen(_ currency: String) -> RewardTotals.Seen {
            .init(circumstances: Self.at(20_000, label: currency), kind: .grant, amount: 15_000, paid: 100)
        }
        #expect(RewardTotals.figures([seen("USD"), seen("USD")])["grantMinorUnits"] == .count(30_000))
        #expect(RewardTotals.figures([seen("USD"), seen("EUR")])["grantMinorUnits"] == nil)
        #expect(RewardTotals.figures([seen("USD"), seen("EUR")])["grants"] == .count(2))
    }
}

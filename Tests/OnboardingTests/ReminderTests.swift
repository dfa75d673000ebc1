import Contracts
import Messaging
import Programmes
import Testing

@testable import OnboardingService

@Suite("Reminders")
struct ReminderTests {
    private func enrolled() -> RulesHouse {
        var house = RulesHouse(now: 101)
        house.batch(RetailProgramme.consents(at: 101))
        return house
    }

    @Test("ONB-10: one goes out every 48 hours with its number, until the credential is there")
    func untilCompletion() {
        var house = enrolled()
        house.advance(to: Fixtures.day(106))
        #expect(house.notices(.reminder).map(\.number) == [1, 2])
        #expect(house.notices(.reminder).map(\.dueAt) == [Fixtures.day(103), Fixtures.day(105)])
        house.batch([RetailProgramme.credential(at: 106)])
        house.advance(to: Fixtures.day(200))
        #expect(house.notices(.reminder).count == 2)
        #expect(!house.timers.values.contains { $0.kind == ReminderSeries.timer && $0.due < Fixtures.day(300) })
    }

    @Test("ONB-10: none after the programme's end")
    func untilEnd() {
        var house = enrolled()
        house.advance(to: Fixtures.day(500))
        #expect(house.notices(.reminder).count == 154)
        #expect(house.notices(.reminder).allSatisfy { $0.dueAt < Fixtures.day(411) })
    }

    @Test("ONB-11: one that is due at the same moment as the completion is not sent after it")
    func sameMoment() {
        var house = enrolled()
        house.now = Fixtures.day(103)
        house.stopAfter([RetailProgramme.credential(at: 103)])
        house.fireDue()
        #expect(house.notices(.reminder).isEmpty)
    }

    @Test("ONB-11: nor when the completion and its timer come in one batch")
    func sameBatch() throws {
        var house = enrolled()
        let timer = try #require(house.timers.values.first { $0.kind == ReminderSeries.timer })
        house.now = Fixtures.day(103)
        let state = RetailProgramme.credential(at: 103)
        house.batch([Fixtures.item(state, .credentialIssued, message: "K"), Fixtures.timer(timer)])
        #expect(house.notices(.reminder).isEmpty)
    }

    @Test("ONB-11: after a stop one is sent, with the number that it has, and no backlog")
    func afterStop() {
        var house = enrolled()
        house.now = Fixtures.day(150)
        house.fireDue()
        #expect(house.notices(.reminder).map(\.number) == [24])
        house.advance(to: Fixtures.day(151))
        #expect(house.notices(.reminder).map(\.number) == [24, 25])
    }

    @Test("ONB-11: what was past already when the opt-in was recorded is not sent")
    func recordedLate() {
        var house = RulesHouse(now: 150)
        house.batch(RetailProgramme.consents(at: 101))
        #expect(house.notices(.reminder).isEmpty)
        house.advance(to: Fixtures.day(151))
        #expect(house.notices(.reminder).map(\.number) == [25])
    }

    @Test("ONB-12: who mutes reminders gets none and stays enrolled; the channel is the worker's")
    func muted() {
        var house = enrolled()
        house.batch([RetailProgramme.preference(at: 101, channel: .message, mutes: true)])
        house.advance(to: Fixtures.day(110))
        #expect(house.notices(.reminder).isEmpty)
        #expect(house.facts.enrolments.map(\.status) == [.open])
        house.batch([RetailProgramme.preference("P2", at: 110)])
        house.advance(to: Fixtures.day(111))
        #expect(house.notices(.reminder).map(\.number) == [5])
        #expect(house.notices(.reminder).first?.channel == .message)
    }

    @Test("ONB-14: the welcome stores which version of its text, programme and statement was told")
    func welcome() throws {
        let house = enrolled()
        let notice = try #require(house.notices(.welcome).first)
        #expect(notice.textVersion == "2025-09")
        #expect(notice.programmeVersion == 1)
        let programme = RetailProgramme.programme()
        let pathway = try #require(programme.definition.pathway("sales"))
        #expect(notice.statement == programme.rewardStatement(for: pathway).version)
    }

    @Test("ONB-14: the welcome goes with the statement that was shown at the sign-up")
    func shownStatement() {
        var house = RulesHouse(now: 101)
        house.batch([RetailProgramme.invitation()])
        house.batch([RetailProgramme.signUp()])
        #expect(house.notices(.welcome).map(\.statement) == ["abc"])
    }

    @Test("ONB-08: without an opt-in nobody is reminded of anything")
    func notEnrolled() {
        var house = RulesHouse(now: 100)
        house.batch([Fixtures.engagement(role: "associate")])
        house.advance(to: Fixtures.day(200))
        #expect(house.notices(.reminder).isEmpty && house.notices(.welcome).isEmpty)
    }

    @Test("ONB-10: who can renew a credential is reminded until it is renewed or lapses")
    func renewal() {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.credential(at: 100, until: 200)])
        house.advance(to: Fixtures.day(180))
        #expect(house.notices(.renewal).map(\.dueAt) == [Fixtures.day(170), Fixtures.day(177)])
        house.batch([RetailProgramme.credential(at: 100, sequence: 2, until: 565)])
        house.advance(to: Fixtures.day(300))
        #expect(house.notices(.renewal).count == 2)
        house.advance(to: Fixtures.day(600))
        #expect(house.notices(.renewal).count == 7)
    }

    @Test("ONB-10 ONB-11: a series over a year of stops and jumps of the clock", arguments: 0..<100)
    func series(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let plan = ReminderSeries.Plan(startedAt: Fixtures.day(100), everyHours: 48, endsAt: Fixtures.day(465))
        var series = ReminderSeries(
            id: Identifier(high: 0, low: 1), contractor: Identifier(high: 0, low: 2), kind: .reminder,
            startedAt: plan.startedAt)
        series.follow(plan, now: plan.startedAt)
        var now = plan.startedAt
        var sent: [(number: Int64, at: Timestamp)] = []
        while now < Fixtures.day(470) {
            let isStop = Int.random(in: 0..<10, using: &random) == 0
            now = now.adding(seconds: Int64.random(in: 60...(isStop ? 20 * 86_400 : 86_400), using: &random))
            if Bool.random(using: &random) { series.follow(plan, now: now) }
            for _ in 0..<2 {
                if let number = series.fire(plan, lastIssuedAt: sent.last?.at, now: now) { sent.append((number, now)) }
            }
        }
        #expect(Set(sent.map(\.number)).count == sent.count)
        #expect(sent.map(\.number) == sent.map(\.number).sorted())
        for (number, at) in sent {
            #expect(plan.due(number) <= at && at < plan.due(number + 1))
            #expect(plan.due(number) < plan.endsAt)
        }
        for (left, right) in zip(sent, sent.dropFirst()) {
            #expect(right.at.microseconds - left.at.microseconds >= plan.interval / 2)
        }
        #expect(series.nextDue == nil)
    }

    @Test(
        "ONB-10 ONB-11 ONB-12: a year with stops, jumps, muting, withdrawal, completion and duplicates",
        arguments: 0..<30)
    func year(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 77)
        var house = enrolled()
        var day: Int32 = 101
        var number = 0
        var ended: Timestamp?
        while day < 460 {
            day += Int32.random(in: 1...25, using: &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                house.now = Fixtures.day(day)
            } else {
                house.advance(to: Fixtures.day(day))
            }
            number += 1
            switch Int.random(in: 0..<12, using: &random) {
            case 0: house.batch([RetailProgramme.preference("P\(number)", at: day, mutes: Bool.random(using: &random))])
            case 1: house.batch(RetailProgramme.consents(at: 101))
            case 2 where ended == nil:
                house.batch([RetailProgramme.credential(at: day)])
                ended = house.now
            case 3: house.batch([RetailProgramme.consent("C\(number)", at: day, .withdrawn)])
            case 4: house.batch([RetailProgramme.consent("C\(number)", at: day)])
            default: house.fireDue()
            }
        }
        house.advance(to: Fixtures.day(500))
        let reminders = house.notices(.reminder).sorted { $0.issuedAt < $1.issuedAt }
        #expect(Set(reminders.map { "\($0.series)/\($0.number)" }).count == reminders.count)
        #expect(Set(house.facts.notices.map(\.id)).count == house.facts.notices.count)
        if let ended { #expect(reminders.allSatisfy { $0.issuedAt <= ended }) }
        for (left, right) in zip(reminders, reminders.dropFirst()) {
            #expect(right.issuedAt.microseconds - left.issuedAt.microseconds >= 24 * 3_600_000_000)
        }
        #expect(
            reminders.allSatisfy {
                $0.dueAt <= $0.issuedAt && $0.dueAt < RetailProgramme.offeringEnds.adding(seconds: 86_400)
            })
    }
}

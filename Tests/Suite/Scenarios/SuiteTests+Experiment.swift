import Contracts
import Foundation
import Testing

extension SuiteTests {
    /// The pilot's experiment from registration to roll-out, with a look every day.
    @Test(
        "EXP-01, EXP-02, EXP-03, EXP-04, EXP-05, EXP-10, EXP-13, EXP-15: a pilot's verdict is what the method allows",
        .timeLimit(.minutes(4)))
    func experiment() async throws {
        let programme = PilotProgramme(id: "pilot-first-line", perVariant: 70)
        var chance = SeededGenerator(seed: 7)
        var workers = (1...150).map { number in
            var worker = PilotWorker(number: number, programme: programme, invitedOn: number % 21)
            let isIn = chance.happens(percent: worker.variant == 1 ? 72 : 34)
            if isIn { worker.signsUpOn = worker.invitedOn + Int.random(in: 1...9, using: &chance) }
            return worker
        }
        try await SuiteHouse.with("experiment", clock: PilotCalendar.noon(-1)) { house in
            let stages = try await StageListener.open(house)
            try await house.claim(PilotWorker.source)
            try await house.publish(programme)

            var book = PilotBook()
            var peeks: [PilotPeek] = []
            var firstDifference: Int?
            for day in 0..<PilotProgramme.days {
                for worker in workers where worker.invitedOn == day { book.meets(worker) }
                try await house.live(day, workers)
                let peek = try await house.peek(programme, on: day)
                let allowed = book.verdict(on: day)
                #expect(peek.finding.verdict == allowed, "day \(day)")
                #expect(peek.looks.last?.units == book.matured(on: day), "day \(day)")
                let p = try #require(peek.looks.last?.readings.first?.p)
                #expect(abs(p - book.p(until: day)) <= 1e-9, "day \(day): \(p), not \(book.p(until: day))")
                if allowed == "difference", firstDifference == nil { firstDifference = day }
                // The watch looks at a day once it is over; a stage is waited for where one is due.
                if day == 1 { try await house.told("running", of: programme) }
                if day - 1 == firstDifference { try await house.told("concluded", of: programme) }
                peeks.append(peek)
            }
            let verdictDay = try #require(firstDifference)
            #expect(verdictDay == PilotBook.leastDays - 1)
            #expect(book.p(until: verdictDay - 1) <= 0.05, "what the verdict waits for is the days")
            house.expectRegistration(
                peeks, try await house.lines("SELECT exposed_at::text FROM metrics_exposure ORDER BY 1"))
            let ps = peeks.compactMap { $0.looks.last?.readings.first?.p }
            #expect(zip(ps, ps.dropFirst()).allSatisfy { $1 <= $0 }, "the running p never rises")
            let last = try #require(peeks.last)
            #expect(last.looks.map { $0.readings.map(\.p) } == peeks.map { $0.looks.last?.readings.map(\.p) ?? [] })
            #expect(last.finding.variant == "clear")

            // What was decided rests on a verdict that was there, and everybody invited later follows it.
            let decided = PilotProgramme.days
            try await house.set(clock: PilotCalendar.noon(decided))
            let day = PilotCalendar.day(decided + 1)
            try await house.publish(
                programme,
                decision: "{variant: clear, decided: \(PilotCalendar.day(decided)), from: \(day), by: learning, "
                    + "because: More of those who read it opted in.}")
            let late = (151...162).map {
                PilotWorker(number: $0, programme: programme, invitedOn: decided + 2)
            }
            #expect(Set(late.map(\.variant)).count == 2, "the assignment alone would divide them")
            workers += late
            try await house.live(decided + 2, workers)
            try await house.told("rolled-out", of: programme)
            try await house.expectRollOut(of: programme, workers, late)

            // The operator reads the same, words first.
            let printed = try await house.guildhall(["report", "experiment", programme.id, PilotProgramme.experiment])
                .checked()
            #expect(printed.contains("Verdict: difference: clear."), "\(printed)")
            #expect(printed.contains("Variant clear had been shown to be better."))
            let pilot = try await house.guildhall(["report", "pilot", "--programme", programme.id]).checked()
            #expect(pilot.contains("leading indicator"), "\(pilot)")

            let told = try await stages.next(3)
            #expect(told.map(\.stage) == ["running", "concluded", "rolled-out"])
            #expect(told.map(\.verdict) == ["collecting", "difference", "difference"])
            #expect(told.map(\.variant) == [nil, "clear", "clear"])
            #expect(told[1].day == "\(PilotCalendar.day(verdictDay))")
            try await house.drain()
            #expect(try await stages.close() == 0, "each stage is told once")
            house.expectSame(
                try await house.lines("SELECT decision FROM metrics_audit WHERE decision LIKE 'experiment.%'"),
                ["experiment.concluded", "experiment.rolled-out", "experiment.running"], "audit entries")
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// Makes the operator the one who may speak for a source.
    func claim(_ source: String) async throws {
        try await publishAccepted([try Event.engagement("claim", worker: "claim", source: source)])
    }

    /// Returns when a stage of a pilot's experiment was told.
    func told(_ stage: String, of programme: PilotProgramme) async throws {
        let pause = try await eventually(within: .seconds(20), "\(programme.id) is \(stage)", every: .milliseconds(20))
        {
            try await number(
                """
                SELECT count(*) FROM metrics_experiment_stage
                WHERE programme = '\(programme.id)' AND stage = '\(stage)' AND told_at IS NOT NULL
                """) == 1
        }
        say("\(programme.id) was told to be \(stage) after \(pause.text)")
    }

    /// It was registered before anybody met a variant, under a digest that stays (EXP-01).
    fileprivate func expectRegistration(_ peeks: [PilotPeek], _ exposures: [String]) {
        #expect(Set(peeks.map(\.digest)).count == 1 && peeks[0].digest.count == 64)
        #expect(peeks.allSatisfy { $0.registeredVersion == 1 && $0.exposedBeforeDeclaration == 0 })
        let registered = Timestamp(peeks[0].registeredAt)
        #expect(registered.map { $0 < PilotCalendar.noon(0) } ?? false, "\(peeks[0].registeredAt)")
        #expect(exposures.first.map { $0 >= "\(PilotCalendar.day(0))" } ?? false)
    }

    /// Everybody invited after the decision follows it, and the record stands beside the verdict of its day (EXP-15).
    fileprivate func expectRollOut(
        of programme: PilotProgramme, _ workers: [PilotWorker], _ late: [PilotWorker]
    ) async throws {
        let (followed, met) = (try await followed(programme), try await met(programme))
        let isLate = Set(late.map { "\($0.contractor)" })
        for worker in workers {
            let id = "\(worker.contractor)"
            let expected = isLate.contains(id) ? "clear" : PilotProgramme.variants[worker.variant]
            #expect(followed[id] == expected && met[id] == expected, "\(worker.id)")
        }
        let peek = try await peek(programme, on: PilotProgramme.days + 2)
        let decision = try #require(peek.decision)
        #expect(decision.variant == "clear" && decision.isFollowed && decision.isInForce)
        #expect(decision.decidedOn == "\(PilotCalendar.day(PilotProgramme.days))")
        #expect(decision.allowed.verdict == "difference" && decision.allowed.variant == "clear")
        // Who came after the experiment is no part of it.
        #expect(peek.looks.last?.units.reduce(0, +) == workers.count - late.count)
    }
}

import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test(
        "EXP-09, EXP-12: a variant that drives people away is stopped, and variants that fill unevenly say nothing",
        .timeLimit(.minutes(3)))
    func experimentStops() async throws {
        let harmful = PilotProgramme(
            id: "pilot-harm", perVariant: 70, guardrails: "[{watch: opt-out, margin: 5 %}]")
        let uneven = PilotProgramme(id: "pilot-uneven", perVariant: 70)
        try await SuiteHouse.with("experiment-stops", clock: PilotCalendar.noon(-1)) { house in
            let stages = try await StageListener.open(house)
            try await house.claim(PilotWorker.source)
            try await house.publish(harmful)
            try await house.publish(uneven)
            let stopDay = try await house.expectStop(of: harmful, uneven)
            let told = try await stages.next(3)
            #expect(told.map(\.stage).sorted() == ["running", "running", "variant-stopped"])
            let stop = told.first { $0.stage == "variant-stopped" }
            #expect(stop?.programme == harmful.id && stop?.variant == "clear")
            #expect(stop?.day == "\(PilotCalendar.day(stopDay))")
            try await house.drain()
            #expect(try await stages.close() == 0, "each stage is told once")
            try await house.expectNothingLeft()
            try await house.expectNoVerdict(of: uneven)
        }
    }
}

extension SuiteHouse {
    /// Lives through the first days of both pilots; the day on which the harmful one is stopped.
    fileprivate func expectStop(of harmful: PilotProgramme, _ uneven: PilotProgramme) async throws -> Int {
        // Everybody signs up, and whoever met the second variant leaves again.
        var workers = (1...80).map { number in
            var worker = PilotWorker(number: number, programme: harmful, invitedOn: number % 4)
            worker.signsUpOn = worker.invitedOn + 1
            if worker.variant == 1 { worker.leavesOn = worker.invitedOn + 2 }
            return worker
        }
        // Of the second variant only every other one is invited, as a broken export would do it.
        var isNext = false
        workers += (1...160).map { PilotWorker(number: $0, programme: uneven, invitedOn: $0 % 6) }.filter { worker in
            if worker.variant == 1 { isNext.toggle() }
            return worker.variant == 0 || isNext
        }
        var stopDay: Int?
        for day in 0...6 {
            try await live(day, workers)
            let peek = try await peek(harmful, on: day)
            let stopped = peek.guardrails.flatMap(\.variants).first { $0.stoppedOn != nil }
            if stopDay == nil, let stopped {
                #expect(stopped.variant == "clear" && stopped.stoppedOn == "\(PilotCalendar.day(day))")
                stopDay = day
            }
            // The watch looks at a day once it is over.
            if day - 1 == stopDay { try await told("variant-stopped", of: harmful) }
        }
        let stopped = try #require(stopDay)
        try await drain()

        // Whoever is invited now gets the control; the stopped variant is met by nobody any more.
        let later = (81...100).map { PilotWorker(number: $0, programme: harmful, invitedOn: 8) }
        #expect(Set(later.map(\.variant)).count == 2, "the assignment alone would divide them")
        try await live(8, workers + later)
        try await drain()
        let (followed, met) = (try await followed(harmful), try await met(harmful))
        for worker in later {
            let id = "\(worker.contractor)"
            #expect(followed[id] == "plain", "\(worker.id)")
            #expect(met[id] == (worker.variant == 0 ? "plain" : nil), "\(worker.id)")
        }
        return stopped
    }

    /// Where the variants fill unevenly, no day gives a verdict, however large the difference.
    fileprivate func expectNoVerdict(of uneven: PilotProgramme) async throws {
        for day in [6, 30, PilotBook.leastDays, PilotProgramme.days + PilotProgramme.within + 1] {
            try await set(clock: PilotCalendar.noon(day))
            let peek = try await peek(uneven, on: day)
            #expect(peek.finding.verdict == "blocked", "day \(day)")
            #expect(peek.looks.last?.isBlocked == true && peek.looks.last?.readings.first?.p == 1)
        }
    }
}

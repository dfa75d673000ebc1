import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test(
        "GOV-26: killing each service in the middle of an import, twice, changes no figure",
        .timeLimit(.minutes(5)))
    func killed() async throws {
        try await SuiteHouse.with("killed") { house in
            let sample = try await house.publishedSample()
            async let sending: Void = house.importing(sample, ["--rate", "900"])
            let victims = ServiceName.allCases + ServiceName.allCases.reversed()
            for (number, victim) in victims.enumerated() {
                try await house.awaitIntake(sample.records * (number + 1) / (victims.count + 2))
                try await house.kill(victim)
            }
            try await sending
            try await house.drain()
            try await house.expectFigures(of: sample)
            try await house.expectAudit()
        }
    }

    @Test(
        "GOV-26: stopping and starting the broker in the middle of an import changes no figure",
        .timeLimit(.minutes(5)))
    func brokerRestarted() async throws {
        try await SuiteHouse.with("broker-restarted") { house in
            let sample = try await house.publishedSample(people: 250, seed: 5)
            // It takes the broker's own tool some seconds to stop it.
            async let sending: Void = house.importing(sample, ["--rate", "120"])
            try await house.awaitIntake(sample.records / 10)
            try await house.restartBroker()
            let known = try await house.intake()
            try #require(known < sample.records, "the broker must stop while the import goes on")
            let pause = try await eventually(within: .seconds(30), "consuming goes on") {
                try await house.intake() > known
            }
            house.say("consumed again \(pause.text) after the broker was back")
            try await sending
            try await house.drain()
            // What was not confirmed when the broker stopped was sent twice.
            try await house.expectFigures(of: sample, ignoring: ["received"])
            #expect(try Totals(await house.reconciliation()).isBalanced)
        }
    }

    @Test(
        "GOV-26: a crash of the database in the middle of an import changes no figure",
        .timeLimit(.minutes(5)))
    func databaseRestarted() async throws {
        try await SuiteHouse.with("database-restarted") { house in
            let sample = try await house.publishedSample(people: 250, seed: 6)
            async let sending: Void = house.importing(sample, ["--rate", "900"])
            try await house.awaitIntake(sample.records / 3)
            try await house.restartDatabase()
            let known = try await house.intake()
            let pause = try await eventually(within: .seconds(30), "deciding goes on") {
                try await house.intake() > known
            }
            house.say("decided again \(pause.text) after the database was back")
            try await sending
            try await house.drain()
            try await house.expectFigures(of: sample)
            try await house.expectAudit()
        }
    }

    @Test(
        "GOV-26: what arrives while nothing runs is worked off at the next start, also what came back twice",
        .timeLimit(.minutes(5)))
    func backlog() async throws {
        try await SuiteHouse.with("backlog") { house in
            let sample = try await house.publishedSample(people: 60, seed: 4)
            try await house.stopServices()
            try await house.importing(sample)
            // Every message counts as handed out twice, as after two crashes.
            for _ in 1...2 { try await house.takeAndDrop() }
            try await house.startServices()
            try await house.drain()
            try await house.expectFigures(of: sample)
        }
    }
}

import ArgumentParser
import Contracts
import Database
import Foundation
import Messaging

/// Times several replicas of a service on full queues.
struct ScaleDrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale-drain",
        abstract: "Starts replicas, fills their queues while they are held back, and measures until all is done.",
        discussion: """
            metrics gets engagement.started events of all partitions, onboarding engagement records in its inbound queue. \
            The replicas have their shares before there is a message: a lock on the table that every batch writes first \
            holds them back until the queues are full.
            """)

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName
    @Option(help: "How many replicas.") var replicas = 1
    @Option(help: "How many messages.") var messages = 60_000
    @Option(help: "Port of a pooler that the replicas use instead of the database's.") var pooler: Int?
    @Option(help: "Seconds that the work may take.") var timeout = 900

    func validate() throws {
        guard service == .metrics || service == .onboarding else {
            throw ValidationError("\(service.rawValue) is not drained by several replicas")
        }
    }

    func run() async throws {
        let house = options.house
        let database = try house.database()
        let flags = pooler.map { ["--database-port", "\($0)"] } ?? []
        let team = Team(of: service, house, database, flags: flags)
        do {
            let result = try await measure(house, database, team)
            try await team.stop()
            try await ScaleCheck(service: service, messages: messages, database: database).run(house)
            guard result.shares.allSatisfy({ $0 > 0 }) else {
                throw BenchError("a replica was idle for the whole run: \(result.shares)")
            }
            try Print.line(result)
        } catch {
            await team.abandon()
            throw error
        }
        await database.close()
    }

    private func measure(_ house: BenchHouse, _ database: Database, _ team: Team) async throws -> DrainResult {
        for _ in 0..<replicas { try await team.start() }
        try await team.settled(within: .seconds(60))
        let tap = ScaleTap(service: service, house: house, database: database, pooler: pooler)
        let size = try await tap.size()
        let filling = try await ScaleLoad.messages(of: service, count: messages, house)
        let table = service == .onboarding ? "onboarding_intake" : "\(service.rawValue)_inbox"
        try await database.transaction { transaction in
            try await transaction.script("LOCK TABLE \(table) IN SHARE ROW EXCLUSIVE MODE")
            Print.note("putting \(messages) messages into the queues")
            try await filling.publish(house)
        }
        var result = try await Drain(team: team, tap: tap, messages: messages, timeout: timeout).run()
        result.storedBytes = Double(try await tap.size() - size) / Double(messages)
        return result
    }
}

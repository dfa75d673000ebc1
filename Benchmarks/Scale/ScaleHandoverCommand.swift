import ArgumentParser
import Contracts
import Database
import Messaging

/// Times how partitions go from one replica to another.
struct ScaleHandoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale-handover",
        abstract: "Lets replicas of credentialing join, leave and die under a steady load, one line of JSON a change.",
        discussion: """
            Each event earns a credential, and the reader of the published events sees how long its partition was silent. \
            Afterwards every event must have had its one effect, and each contractor's in the order of sending.
            """)

    @OptionGroup var options: BenchOptions
    @Option(help: "Events a second.") var rate = 500
    @Option(help: "Seconds without a change before, between and after changes.") var quiet = 5

    /// Seconds that all of it may take; ids are made for so many events.
    private static let limit = 400
    private static let service = ServiceName.credentialing

    func run() async throws {
        let house = options.house
        let database = try house.database()
        let team = Team(of: Self.service, house, database, flags: [])
        let events = ScaleEvents(count: rate * Self.limit)
        let book = ArrivalBook(events)
        do {
            for _ in 0..<2 { try await team.start() }
            try await team.settled(within: .seconds(60))
            let handover = Handover(
                team: team, service: Self.service, database: database, book: book, rate: Double(rate))
            let results = try await changes(handover, under: try await load(house, book, events))
            try await team.stop()
            try book.check()
            try await check(database, book.sent)
            Print.note("\(book.sent) events, each with its one effect, in order; \(book.repeated) received once more")
            for result in results { try Print.line(result) }
        } catch {
            await team.abandon()
            throw error
        }
        await database.close()
    }

    private func load(_ house: BenchHouse, _ book: ArrivalBook, _ events: ScaleEvents) async throws -> SteadyLoad {
        let broker = try house.broker(as: "guildhall")
        try await ScaleSink.bind("\(EventType.credentialIssued.name).#", broker)
        let source = try await broker.source(prefetch: 2000, name: "bench scale events")
        try await source.subscribe(to: ScaleSink.queue.name)
        let publisher = try await house.broker(as: "assessment").publisher(name: "bench scale")
        return SteadyLoad(
            book, events, count: rate * Self.limit, rate: Double(rate), publisher: publisher, source: source)
    }

    private func changes(_ handover: Handover, under load: SteadyLoad) async throws -> [HandoverResult] {
        try await withThrowingTaskGroup(of: [HandoverResult].self) { group in
            group.addTask {
                try await load.receive()
                return []
            }
            group.addTask {
                try await load.send()
                return []
            }
            group.addTask {
                let results = try await handover.everything(pause: .seconds(quiet))
                load.stop()
                return results
            }
            do {
                var results: [HandoverResult] = []
                // The changes and the sender end by themselves.
                for _ in 0..<2 { results += try await group.next() ?? [] }
                try await load.finish()
                await load.close()
                // The receiver ends with its source; that is no failure.
                _ = await group.nextResult()
                return results
            } catch {
                await load.close()
                throw error
            }
        }
    }

    private func check(_ database: Database, _ sent: Int) async throws {
        let rows = try await database.run([Call(Statement("SELECT count(*) FROM credentialing_credential"))])[0]
        guard try rows.only().int64(0) == sent else { throw BenchError("there are not as many credentials as events") }
    }
}

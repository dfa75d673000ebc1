import ArgumentParser
import Contracts
import Foundation
import Messaging
import ServiceRuntime

/// Times single messages of the reference loop, by the sender and the reader that the stages are timed by.
///
/// The loop's own programs send and read with less work than any integrator: beside them a stage's figure holds the
/// measuring as well.
struct LoopPaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loop-pace",
        abstract: "Sends a running reference loop its messages at an even pace, and times each until its event comes.",
        discussion: "The loop reads perf.in and writes perf.out, and is told to do (seconds + 1) times the rate.")

    /// What is read of an event.
    private struct Event: Decodable {
        let causationid: String
    }

    @OptionGroup var options: BenchOptions
    @Option(help: "Messages a second.") var rate = 200
    @Option(help: "Seconds that are counted; one more before them is not.") var seconds = 20

    func run() async throws {
        var configuration = try options.house.settings(BenchHouse.operator).brokerConfiguration
        (configuration.user, configuration.password) = ("guest", "guest")
        let broker = AMQPBroker(configuration, logger: BenchHouse.logger)
        let ids = IdentifierSource().next(rate * (seconds + 1))
        let positions = Dictionary(uniqueKeysWithValues: zip(ids.map(\.description), 0...))
        let workers = IdentifierSource().next(10_000)
        let source = try await broker.source(prefetch: 2000, name: "bench events")
        try await source.subscribe(to: "perf.out")
        let pace = Pace(
            publisher: try await broker.publisher(name: "bench pace"), source: source, rate: Double(rate), warmUp: rate,
            numbers: { delivery in
                let event = try JSONDecoder().decode(Event.self, from: Data(delivery.body))
                return positions[event.causationid].map { [$0] } ?? []
            })
        try Print.line(
            try await pace.run(
                ids.indices.map { Self.message(ids[$0], about: workers[$0 % workers.count], sequence: $0) }))
        await source.close()
        await broker.close()
    }

    /// A message as the loop's own sender makes it, and as long.
    private static func message(_ id: Identifier, about worker: Identifier, sequence: Int) -> OutgoingMessage {
        let head = """
            {"specversion":"1.0","id":"\(id)","source":"/engagement/web","type":"engagement.recorded.v1",\
            "subject":"worker/\(worker)","time":"2025-11-21T02:50:57.123Z","datacontenttype":"application/json",\
            "traceparent":"00-0123456789abcdef0123456789abcdef-0123456789abcdef-01","correlationid":"\(id)",\
            "causationid":"\(id)","sequence":\(sequence),"data":{"workerId":"\(worker)","kind":"survey.done",\
            "points":7,"sentNs":0,"note":
            """
        let note = String(repeating: "x", count: max(0, 597 - head.utf8.count - 1))
        return OutgoingMessage(
            exchange: "", routingKey: "perf.in", body: Array((head + "\"" + note + "\"}}").utf8),
            contentType: "application/json")
    }
}

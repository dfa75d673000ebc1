import ArgumentParser
import Contracts
import Foundation
import Messaging
import ServiceRuntime

/// Publishes events and tells what became of each.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes CloudEvents from a file and tells which were accepted, refused or repeated.",
        discussion: """
            The file holds one event, a JSON array of events, or one event a line. Each is confirmed by the broker and
            answered by the service that owns its type. A source that nobody has is registered for the operator's user.

            Examples:
              guildhall contracts sample guildhall.engagement.recorded.v1 | guildhall publish -
              guildhall publish events.jsonl --json
            """)

    /// What became of one event.
    struct Result: Codable {
        var index: Int
        var id: String?
        var outcome: String
        var code: String?
        var path: String?
        var message: String?
        /// What a question was answered.
        var answer: AnyJSON?
    }

    @OptionGroup var options: OperatorOptions
    @Argument(help: "The file, or - for standard input.") var file: String
    @Option(help: "Seconds to wait for the answers.") var timeout = 30
    @Flag(help: "Print one JSON line an event.") var json = false

    func run() async throws {
        let events = try EventFile.read(file)
        let results = try await OperatorContext.with(options) { try await publish(events, $0) }
        for result in results {
            if json {
                try Output.jsonLine(result)
            } else if result.outcome != "accepted" {
                print("\(result.index) \(result.id ?? "(no id)"): \(result.outcome) \(result.message ?? "")")
            }
        }
        if !json {
            let counts = Dictionary(grouping: results, by: \.outcome).mapValues(\.count)
            print(counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        }
        if results.contains(where: { !["accepted", "duplicate"].contains($0.outcome) }) { throw ExitCode(1) }
    }

    private func publish(_ events: [EventFile.Event], _ context: OperatorContext) async throws -> [Result] {
        let user = context.settings.broker.login.user
        let registration = SourceRegistration(database: context.database)
        for source in Set(events.compactMap(\.source)).sorted() where try await registration.claim(source, for: user) {
            FileHandle.standardError.write(Data("registered the source \(source) for the user \(user)\n".utf8))
        }
        var results = events.enumerated().map { index, event in
            event.type == nil
                ? Result(
                    index: index, id: event.id, outcome: "refused", code: "not-sent", path: "",
                    message: event.problem ?? "it has no type to be published under")
                : Result(index: index, id: event.id, outcome: "unanswered")
        }
        let sent = events.indices.filter { events[$0].type != nil }
        if sent.isEmpty { return results }
        let client = try await RequestClient.connect(context.settings.brokerConfiguration, logger: context.logger)
        let collector = Task { try await PublishCommand.collect(client.answers, sent.count) }
        let deadline = Task {
            try await Task.sleep(for: .seconds(timeout))
            await client.close()
        }
        for chunk in stride(from: 0, to: sent.count, by: 500).map({ sent[$0..<min($0 + 500, sent.count)] }) {
            let outcomes = try await client.publish(chunk.map { PublishCommand.message(events[$0], $0, user) })
            for (index, outcome) in zip(chunk, outcomes) where !outcome.isConfirmed {
                results[index].outcome = "unconfirmed"
                results[index].message = "\(outcome)"
            }
        }
        let answers = try await collector.value
        deadline.cancel()
        await client.close()
        for (index, answer) in answers where results.indices.contains(index) {
            results[index].outcome = answer.outcome
            results[index].code = answer.code
            results[index].path = answer.path
            results[index].message = answer.message
            results[index].answer = answer.answer
        }
        return results
    }

    /// What a service answers.
    private struct AnswerBody: Decodable {
        var outcome: String
        var code: String?
        var path: String?
        var message: String?
        var answer: AnyJSON?
    }

    private static func collect(
        _ answers: AsyncThrowingStream<Answer, any Error>, _ count: Int
    ) async throws -> [Int: AnswerBody] {
        var found: [Int: AnswerBody] = [:]
        for try await answer in answers {
            guard let index = answer.correlationID.flatMap({ Int($0) }) else { continue }
            found[index] = try JSONDecoder().decode(AnswerBody.self, from: Data(answer.body))
            if found.count == count { break }
        }
        return found
    }

    private static func message(_ event: EventFile.Event, _ index: Int, _ user: String) -> OutgoingMessage {
        OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: event.type ?? "", body: event.body,
            contentType: Envelope.structuredContentType, correlationID: String(index), userID: user)
    }
}

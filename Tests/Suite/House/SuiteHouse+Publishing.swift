import Contracts
import Foundation
import Messaging

/// What became of a published event, as `guildhall publish --json` and answers say.
struct Outcome: Decodable, Sendable {
    var id: String?
    var outcome: String
    var code: String?
    var path: String?
    var message: String?
    var answer: Reply?

    /// What a question was answered.
    struct Reply: Decodable, Sendable {
        struct Said: Decodable, Sendable {
            var verdict: String
        }

        var type: String
        var data: Said
    }
}

extension SuiteHouse {
    /// Publishes lines with the operator's command; hands back what became of each, in order.
    func publish(_ lines: [String], timeout: Int = 20) async throws -> [Outcome] {
        try await publish(bytes: lines.map { Array($0.utf8) }, timeout: timeout)
    }

    /// Publishes lines that need not be text.
    func publish(bytes lines: [[UInt8]], timeout: Int = 20) async throws -> [Outcome] {
        let file = folder.appendingPathComponent("runs/events-\(UUID().uuidString).jsonl")
        try Data(lines.joined(separator: [UInt8(ascii: "\n")])).write(to: file)
        let result = try await guildhall(["publish", file.path, "--json", "--timeout", "\(timeout)"])
        let outcomes = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Outcome.self, from: Data($0.utf8))
        }
        guard outcomes.count == lines.count else {
            throw SuiteFailure("\(outcomes.count) outcomes of \(lines.count) events: \(result)")
        }
        let isGood = outcomes.allSatisfy { ["accepted", "duplicate"].contains($0.outcome) }
        guard result.status == (isGood ? 0 : 1) else { throw SuiteFailure("the status does not tell: \(result)") }
        return outcomes
    }

    /// Publishes lines all of which must be accepted.
    func publishAccepted(_ lines: [String]) async throws {
        for (line, outcome) in zip(lines, try await publish(lines)) where outcome.outcome != "accepted" {
            throw SuiteFailure("\(outcome) of \(line)")
        }
    }

    /// Sends messages as a broker user and waits for the answers; nil where none came in time.
    func ask(
        _ messages: [OutgoingMessage], as user: BrokerConfiguration? = nil, within limit: Duration = .seconds(20)
    ) async throws -> [Outcome?] {
        let client = try await RequestClient.connect(user ?? settings.broker, logger: .silent)
        let watchdog = Task {
            try await Task.sleep(for: limit)
            await client.close()
        }
        defer { watchdog.cancel() }
        var numbered = messages
        for index in numbered.indices { numbered[index].correlationID = "\(index)" }
        let confirms = try await client.publish(numbered)
        guard confirms.allSatisfy({ $0 == .confirmed }) else { throw SuiteFailure("\(confirms)") }
        var outcomes = [Outcome?](repeating: nil, count: messages.count)
        for try await answer in client.answers {
            guard let index = answer.correlationID.flatMap({ Int($0) }), outcomes.indices.contains(index) else {
                continue
            }
            outcomes[index] = try JSONDecoder().decode(Outcome.self, from: Data(answer.body))
            if outcomes.allSatisfy({ $0 != nil }) { break }
        }
        await client.close()
        return outcomes
    }

    /// A message to the inbound exchange, from the operator unless another user is named.
    func inbound(
        _ body: [UInt8], type: String, contentType: String = Envelope.structuredContentType,
        headers: [(String, String)] = [], user: String? = nil
    ) -> OutgoingMessage {
        OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: type, body: body, contentType: contentType,
            userID: user ?? settings["broker.user"], headers: headers)
    }

    /// Publishes messages and asks for nothing but the broker's confirmation.
    func send(_ messages: [OutgoingMessage]) async throws {
        let broker = AMQPBroker(settings.broker, logger: .silent)
        let publisher = try await broker.publisher(name: "send")
        let confirms = try await publisher.publish(messages)
        await publisher.close()
        await broker.close()
        guard confirms.allSatisfy({ $0 == .confirmed }) else { throw SuiteFailure("\(confirms)") }
    }
}

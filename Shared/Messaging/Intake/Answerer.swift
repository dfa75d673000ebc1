import Contracts
import Logging

/// Answers publishers who wait at a direct reply-to address, through a connection that may do nothing else.
///
/// An answer is a courtesy: the record stands whether or not it arrives. So answers wait in a bounded buffer and are
/// dropped, counted, when the broker does not take them.
actor Answerer {
    /// Answers that may wait.
    static let limit = 2000

    private let broker: any Broker
    private let surroundings: Surroundings
    private let logger: Logger
    private var waiting: [IntakeAnswer] = []
    private var wake: CheckedContinuation<Void, Never>?
    private var isStopping = false
    private(set) var dropped = 0

    init(broker: any Broker, surroundings: Surroundings, logger: Logger) {
        self.broker = broker
        self.surroundings = surroundings
        self.logger = logger
    }

    /// Takes answers; never waits.
    func send(_ answers: [IntakeAnswer]) {
        if answers.isEmpty { return }
        let room = Answerer.limit - waiting.count
        waiting.append(contentsOf: answers.prefix(room))
        dropped += max(0, answers.count - room)
        wake?.resume()
        wake = nil
    }

    /// Sends answers until it is told to stop.
    func run() async {
        var publisher: (any MessagePublisher)?
        var backoff = Backoff(generator: surroundings.chance)
        while let answers = await take() {
            do {
                let link: any MessagePublisher
                if let publisher { link = publisher } else { link = try await broker.publisher(name: "answers") }
                publisher = link
                _ = try await link.publish(answers.map(\.message))
                backoff.reset()
            } catch {
                dropped += answers.count
                logger.warning("answers were dropped", metadata: ["count": "\(answers.count)", "error": "\(error)"])
                await publisher?.close()
                publisher = nil
                try? await surroundings.pause(backoff.next())
            }
        }
        await publisher?.close()
    }

    /// Lets ``run()`` return once nothing waits.
    func finish() {
        isStopping = true
        wake?.resume()
        wake = nil
    }

    private func take() async -> [IntakeAnswer]? {
        while waiting.isEmpty {
            if isStopping || Task.isCancelled { return nil }
            await withTaskCancellationHandler {
                await withCheckedContinuation { wake = $0 }
            } onCancel: {
                Task { await self.finish() }
            }
        }
        defer { waiting = [] }
        return waiting
    }
}

extension IntakeAnswer {
    /// The answer as it travels: a small JSON object to the default exchange.
    var message: OutgoingMessage {
        var body: [UInt8] = []
        var json = JSONText()
        json.open()
        json.member("source", source)
        json.member("id", messageID)
        json.member("outcome", outcome)
        if let refusal {
            json.member("code", refusal.code)
            json.member("path", refusal.path)
            json.member("message", refusal.message)
        }
        if let reply { json.member("answer", json: String(decoding: reply, as: UTF8.self)) }
        json.close()
        body = Array(json.text.utf8)
        return OutgoingMessage(
            exchange: "", routingKey: address.replyTo, body: body, contentType: "application/json",
            correlationID: address.correlationID, persistent: false, mandatory: false)
    }
}

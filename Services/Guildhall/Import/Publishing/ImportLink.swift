import Messaging

/// A connection for publishing that is made again when it breaks.
struct ImportLink {
    private let connect: @Sendable () async throws -> any MessagePublisher
    private let notice: @Sendable (String) -> Void
    private var publisher: (any MessagePublisher)?
    private var backoff = Backoff()
    private var wasConnected = false

    /// How many messages were published again because their fate was unknown.
    private(set) var repeated = 0

    /// A broker that was never reached is more likely misnamed than away.
    private static let firstAttempts = 5
    /// With pauses of up to ten seconds this is more than a broker's restart takes.
    private static let laterAttempts = 120

    init(
        connect: @escaping @Sendable () async throws -> any MessagePublisher,
        notice: @escaping @Sendable (String) -> Void,
    ) {
        self.connect = connect
        self.notice = notice
    }

    /// Publishes messages until the broker has confirmed every one of them.
    ///
    /// Messages whose fate is unknown when the connection breaks are published again: the services know a message by
    /// its source and id, and count the second one as a duplicate.
    mutating func publish(_ messages: [OutgoingMessage]) async throws {
        while true {
            do {
                let publisher = try await connected()
                let outcomes = try await publisher.publish(messages)
                backoff.reset()
                for (message, outcome) in zip(messages, outcomes) { try ImportLink.check(message, outcome) }
                return
            } catch let error as BrokerError where error.isTransient {
                try await recover(from: error, messages.count)
            }
        }
    }

    /// Ends the connection.
    mutating func close() async {
        await publisher?.close()
        publisher = nil
    }

    private mutating func connected() async throws -> any MessagePublisher {
        if let publisher { return publisher }
        let publisher = try await connect()
        self.publisher = publisher
        wasConnected = true
        return publisher
    }

    private mutating func recover(from error: BrokerError, _ count: Int) async throws {
        if let publisher {
            self.publisher = nil
            repeated += count
            await publisher.close()
        }
        guard backoff.attempts < (wasConnected ? ImportLink.laterAttempts : ImportLink.firstAttempts) else {
            throw ImportError(
                "The broker cannot be reached: \(error.detail).",
                remedy: "Check with 'guildhall status', then run the same command again: it goes on where it stopped.")
        }
        if backoff.attempts == 0 { notice("The broker is away (\(error.code.name)); connecting again.") }
        try await Task.sleep(for: backoff.next())
    }

    private static func check(_ message: OutgoingMessage, _ outcome: PublishOutcome) throws(ImportError) {
        switch outcome {
        case .confirmed: return
        case .returned(let code, let text):
            throw ImportError(
                "No queue takes '\(message.routingKey)': \(text) (\(code)).",
                remedy: "Start the services, which declare their queues, then run the same command again.")
        case .rejected:
            throw ImportError(
                "The broker rejected a message of type '\(message.routingKey)'.",
                remedy: "Look into the broker's log and its limits, then run the same command again.")
        }
    }
}

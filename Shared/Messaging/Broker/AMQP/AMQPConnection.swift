import CRabbitMQ
import Foundation
import Logging
import Synchronization

/// One connection with one channel and one thread; this side is what tasks may touch.
final class AMQPConnection: Sendable {
    /// What the thread is asked to do.
    enum Command {
        case requests([Request], [Promise<Request.Reply>])
        case publish(PublishJob)
        case close
    }

    /// What tasks and thread share, under one lock.
    struct Shared {
        var commands: [Command] = []
        var deliveries = DeliveryBuffer()
        var waiter: (promise: Promise<[Delivery]>, limit: Int)?
        /// Everything up to this tag is to be acknowledged.
        var acknowledge: UInt64 = 0
        var awake = false
        /// Whether the thread has left off reading until there is room again.
        var paused = false
        var ended: BrokerError?
    }

    /// Commands that wait at most; each is one caller's.
    private static let mailbox = 4096

    let configuration: BrokerConfiguration
    let name: String
    let logger: Logger
    let shared = Mutex(Shared())
    let blocked = Atomic<Bool>(false)
    /// Resolved when the thread has let go of everything.
    let finished = Promise<Void>()
    /// Wakes the thread out of its poll.
    let wake: Int32

    private init(_ configuration: BrokerConfiguration, name: String, logger: Logger) throws {
        self.configuration = configuration
        self.name = name
        self.logger = logger
        wake = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard wake >= 0 else { throw BrokerError(.connectionLost, "no descriptor for a connection: errno \(errno)") }
    }

    deinit {
        Glibc.close(wake)
    }

    /// Connects and logs in, and answers the first requests.
    static func open(
        _ configuration: BrokerConfiguration, name: String, logger: Logger, _ requests: [Request] = [],
    ) async throws -> AMQPConnection {
        let connection = try AMQPConnection(configuration, name: name, logger: logger)
        let opened = Promise<Void>()
        IOThread.start(named: "amqp-\(name)") { ConnectionLoop(connection).run(opened) }
        do {
            try await opened.value()
            _ = try await connection.call(requests)
        } catch {
            connection.requestClose()
            throw error
        }
        return connection
    }

    /// Sends requests in a row and waits for the answers.
    func call(_ requests: [Request]) async throws -> [Request.Reply] {
        guard !requests.isEmpty else { return [] }
        let promises = requests.map { _ in Promise<Request.Reply>() }
        try post(.requests(requests, promises))
        var replies: [Request.Reply] = []
        for promise in promises { replies.append(try await promise.value()) }
        return replies
    }

    func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome] {
        for message in messages { try message.validate() }
        guard !messages.isEmpty else { return [] }
        let job = PublishJob(messages)
        try post(.publish(job))
        return try await job.promise.value()
    }

    func next(atMost limit: Int) async throws -> [Delivery] {
        let promise = Promise<[Delivery]>()
        let ready = try shared.withLock { shared throws -> [Delivery]? in
            if let ended = shared.ended { throw ended }
            let ready = try shared.deliveries.take(limit)
            if shared.paused && shared.deliveries.bytes < ConnectionLoop.waitingHigh { wakeUp(&shared) }
            guard ready.isEmpty else { return ready }
            guard shared.waiter == nil else { throw BrokerError(.invalid, "two tasks wait for the same deliveries") }
            shared.waiter = (promise, limit)
            return nil
        }
        if let ready { return ready }
        return try await promise.value { [self] promise in
            // A waiter that the thread took out already has its deliveries: they must not be lost.
            let mine = shared.withLock { shared in
                guard shared.waiter?.promise === promise else { return false }
                shared.waiter = nil
                return true
            }
            if mine { promise.resolve(.failure(CancellationError())) }
        }
    }

    func acknowledge(through tag: UInt64) throws {
        try shared.withLock { shared in
            if let ended = shared.ended { throw ended }
            guard tag > 0, tag <= shared.deliveries.handedOut else {
                throw BrokerError(.preconditionFailed, "delivery \(tag) was not handed out")
            }
            shared.acknowledge = max(shared.acknowledge, tag)
            wakeUp(&shared)
        }
    }

    /// Asks for the end without waiting for it.
    func requestClose() {
        shared.withLock { shared in
            guard shared.ended == nil else { return }
            shared.ended = BrokerError(.closed, "connection \(name) was closed")
            shared.commands.append(.close)
            wakeUp(&shared)
        }
    }

    /// Ends the connection; returns when the thread is done.
    func close() async {
        requestClose()
        // The promise has no failure, and a caller that is cancelled need not wait.
        _ = try? await finished.value()
    }

    var isEnded: Bool {
        shared.withLock { $0.ended != nil }
    }

    private func post(_ command: Command) throws {
        try shared.withLock { shared in
            if let ended = shared.ended { throw ended }
            guard shared.commands.count < Self.mailbox else {
                throw BrokerError(.blocked, "\(Self.mailbox) calls wait for connection \(name)")
            }
            shared.commands.append(command)
            wakeUp(&shared)
        }
    }

    private func wakeUp(_ shared: inout Shared) {
        guard !shared.awake else { return }
        shared.awake = true
        var one: UInt64 = 1
        // Fails only when the counter is full, and then the thread is awake anyway.
        _ = write(wake, &one, 8)
    }
}

import CRabbitMQ
import Foundation
import Logging
import Synchronization

/// The thread's side of a connection: everything here is touched by that thread alone.
///
/// A turn takes commands, writes what fits, reads what has come and looks at the clock; between turns the thread sleeps
/// in `poll` on the socket and the wake-up descriptor.
final class ConnectionLoop {
    /// The orderly end, after `close()`.
    struct Finished: Error {}

    /// Unanswered messages at most: a window of a thousand already hides the broker's latency.
    static let window = 8192
    /// Bytes that wait for the socket before no more messages are framed.
    static let outputHigh = 1 << 17
    /// Messages written before the socket is looked at again; only TLS gets there before the bytes do.
    static let messagesPerTurn = 512
    /// Frames handled before tasks get to see the deliveries.
    static let framesPerTurn = 1536
    /// Bytes of bodies that wait for tasks before the socket is left alone: the broker counts messages only.
    static let waitingHigh = 1 << 22

    let connection: AMQPConnection
    let heart: Watchdog.Heart
    var publishing = PublishWindow()
    var assembler = FrameAssembler()
    var arrived: [Delivery] = []
    /// The queue of each subscription.
    var consumers: [Int: String] = [:]
    var nextConsumer = 1
    /// Requests that wait for an answer, in order.
    var pending: [(request: Request, consumer: Int, promise: Promise<Request.Reply>)] = []
    /// Since when the first of them waits.
    var pendingSince: Int64 = 0
    var acknowledged: UInt64 = 0
    var blocked = false
    var closingUntil: Int64?
    var lastReceived: Int64 = 0
    var lastSent: Int64 = 0
    /// Since when the socket has taken nothing of what waits.
    var stalledSince: Int64?
    /// Whether the last turn stopped reading before there was nothing left.
    var moreToRead = false
    /// Bytes of the bodies in ``arrived``.
    var arrivedBytes = 0
    /// Whether so much waits that nothing more is read.
    var isFull = false

    init(_ connection: AMQPConnection) {
        self.connection = connection
        heart = Watchdog.Heart(limit: Monotonic.seconds(max(connection.configuration.heartbeatSeconds * 2, 1)))
    }

    func run(_ opened: Promise<Void>) {
        Watchdog.shared.register(heart)
        defer {
            Watchdog.shared.unregister(heart)
            connection.finished.resolve(.success(()))
        }
        do {
            let link = try AMQPLink(connection.configuration, name: connection.name, heart: heart)
            defer { link.destroy() }
            lastReceived = Monotonic.now()
            lastSent = lastReceived
            opened.resolve(.success(()))
            while true { try turn(link) }
        } catch is Finished {
            end(BrokerError(.closed, "connection \(connection.name) was closed"))
        } catch {
            let forced = BrokerError(.connectionLost, "the broker did not move for two heartbeats")
            let error = heart.fired ? forced : error
            end(error)
            opened.resolve(.failure(error))
        }
    }

    private func turn(_ link: AMQPLink) throws {
        try takeCommands(link)
        try frameMessages(link)
        var now = Monotonic.now()
        try flush(link, now)
        lookForRoom()
        let readable = try poll(link, now)
        now = Monotonic.now()
        // Who does not listen must not call the other silent.
        if readable || isFull { lastReceived = now }
        if readable || !isFull && (link.hasBuffered || moreToRead) { try read(link) }
        try checkClock(link, now)
    }

    /// Answers come behind the deliveries, so whoever waits for one is served first.
    private func lookForRoom() {
        let listens = !pending.isEmpty || closingUntil != nil
        isFull = connection.shared.withLock { shared in
            shared.paused = !listens && shared.deliveries.bytes >= Self.waitingHigh
            return shared.paused
        }
    }

    private func flush(_ link: AMQPLink, _ now: Int64) throws {
        guard link.output.count > 0 else { return }
        if try link.output.flush(to: link.socket) {
            lastSent = now
            stalledSince = nil
        } else if stalledSince == nil {
            stalledSince = now
        }
    }

    /// Sleeps until there is something to do; true when the socket has something to say.
    private func poll(_ link: AMQPLink, _ now: Int64) throws -> Bool {
        let busy = !isFull && (moreToRead || link.hasBuffered) || mayFrame(link)
        let milliseconds = busy ? 0 : patience(link, now)
        let events = Int16((isFull ? 0 : POLLIN) | (link.output.count > 0 ? POLLOUT : 0))
        var descriptors = (
            pollfd(fd: link.socket, events: events, revents: 0),
            pollfd(fd: connection.wake, events: Int16(POLLIN), revents: 0),
        )
        let count = withUnsafeMutableBytes(of: &descriptors) { bytes in
            Glibc.poll(bytes.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, milliseconds)
        }
        if count < 0, errno != EINTR {
            throw BrokerError(.connectionLost, "waiting for the broker: \(String(cString: strerror(errno)))")
        }
        guard count > 0 else { return false }
        if descriptors.1.revents != 0 {
            var counter: UInt64 = 0
            _ = Glibc.read(connection.wake, &counter, 8)
        }
        return descriptors.0.revents & ~Int16(POLLOUT) != 0
    }

    private func read(_ link: AMQPLink) throws {
        heart.enter()
        defer {
            heart.leave()
            handOver()
        }
        moreToRead = false
        var frame = amqp_frame_t()
        var frames = 0
        while try link.receive(&frame) {
            try handle(frame, link)
            // All that is kept was copied by now, also of a message that is not complete.
            link.release()
            frames += 1
            if frames == Self.framesPerTurn || arrivedBytes >= Self.waitingHigh {
                moreToRead = true
                return
            }
            if !link.mayHoldMore { return }
        }
    }

    /// Gives deliveries to whoever waits for them.
    func handOver(cancelled queue: String? = nil) {
        guard !arrived.isEmpty || queue != nil else { return }
        let handed = connection.shared.withLock { shared -> (Promise<[Delivery]>, Result<[Delivery], any Error>)? in
            shared.deliveries.append(arrived)
            if let queue { shared.deliveries.cancelled(queue) }
            guard let waiter = shared.waiter else { return nil }
            shared.waiter = nil
            return (waiter.promise, Result { try shared.deliveries.take(waiter.limit) })
        }
        (arrived, arrivedBytes) = ([], 0)
        handed?.0.resolve(handed?.1 ?? .success([]))
    }

    /// Fails everybody who waits.
    private func end(_ cause: any Error) {
        let cause = cause as? BrokerError ?? BrokerError(.connectionLost, String(reflecting: cause))
        let (waiter, commands, error) = connection.shared.withLock { shared in
            // After close() nobody is to read of a lost connection.
            let error = shared.ended ?? cause
            shared.ended = error
            defer {
                shared.waiter = nil
                shared.commands = []
                shared.deliveries = DeliveryBuffer()
            }
            return (shared.waiter, shared.commands, error)
        }
        connection.blocked.store(false, ordering: .relaxed)
        if error.code != .closed {
            connection.logger.warning(
                "connection to the broker ended",
                metadata: ["connection": "\(connection.name)", "error": "\(String(reflecting: error))"])
        }
        waiter?.promise.resolve(.failure(error))
        fail(commands, error)
        for (_, _, promise) in pending { promise.resolve(.failure(error)) }
        for job in publishing.removeAll() { job.promise.resolve(.failure(error)) }
        pending = []
    }
}

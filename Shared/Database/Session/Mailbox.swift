import Synchronization

/// What a connection's thread and its callers share: the jobs that wait, and how the connection fares.
final class Mailbox: Sendable {
    /// Round trips that may wait on one connection; the next caller is refused.
    static let capacity = 256

    enum Next {
        case job(Job)
        case close
        case nothing
    }

    private struct State {
        var jobs = JobQueue()
        var closing = false
        var ended: DatabaseError?
        var inTransaction = false
        var retired = false
        var listeners = Listeners()
        var watchers = Watchers()
        var turns: Turns?
    }

    private let state = Mutex(State())
    private let wakeup: Wakeup
    /// Set once, before anybody else knows of this mailbox.
    var turns: Turns? {
        get { state.withLock { $0.turns } }
        set { state.withLock { $0.turns = newValue } }
    }

    init(wakeup: Wakeup) {
        self.wakeup = wakeup
    }

    // MARK: the callers' side

    func submit(_ job: Job) {
        let refusal = state.withLock { state -> DatabaseError? in
            if let ended = state.ended { return ended }
            if state.closing { return .closed }
            if state.jobs.count >= Mailbox.capacity {
                return DatabaseError(.overloaded, "\(Mailbox.capacity) round trips wait on this connection already")
            }
            state.jobs.append(job)
            state.turns?.ask()
            return nil
        }
        if let refusal {
            job.continuation.resume(throwing: refusal)
        } else {
            wakeup.signal()
        }
    }

    func close() {
        let asking = state.withLock { state in
            defer { state.closing = true }
            return state.closing || state.ended != nil ? nil : state.turns
        }
        asking?.ask()
        wakeup.signal()
    }

    var isEnded: Bool {
        state.withLock { $0.ended != nil || $0.closing }
    }

    var isInTransaction: Bool {
        state.withLock { $0.inTransaction }
    }

    /// Whether another caller may go on with this connection as if it were new.
    var isReusable: Bool {
        state.withLock { state in
            state.ended == nil && !state.closing && !state.retired && !state.inTransaction && state.jobs.isEmpty
        }
    }

    // MARK: the thread's side

    func next() -> Next {
        state.withLock { state in
            if state.closing { return .close }
            return state.jobs.popFirst().map(Next.job) ?? .nothing
        }
    }

    var isClosing: Bool {
        state.withLock { $0.closing }
    }

    func note(inTransaction: Bool, retired: Bool) {
        state.withLock { state in
            state.inTransaction = inTransaction
            if retired { state.retired = true }
        }
    }

    /// The connection is gone: whoever waits is told so.
    func end(_ loss: DatabaseError) {
        // What waits here was never sent, so nothing about it is unknown.
        let reason = loss.code == .commitOutcomeUnknown ? DatabaseError(.connectionLost, loss.message) : loss
        let (jobs, listeners, watchers) = state.withLock { state in
            if state.ended == nil { state.ended = state.closing ? .closed : reason }
            return (state.jobs.removeAll(), state.listeners.removeAll(), state.watchers.removeAll())
        }
        for job in jobs { job.continuation.resume(throwing: reason) }
        for listener in listeners { listener.finish() }
        for watcher in watchers { watcher.finish() }
    }

    func deliver(_ payload: String, on channel: String) {
        for listener in state.withLock({ $0.listeners.of(channel) }) { listener.yield(payload) }
    }

    // MARK: who listens and who watches

    /// The notifications of a channel, from now until the connection ends.
    func listen(_ channel: String) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: String.self, bufferingPolicy: .bufferingNewest(Listeners.buffer))
        let id = state.withLock { state in
            state.ended == nil ? state.listeners.add(continuation, to: channel) : nil
        }
        guard let id else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners.remove(id, from: channel) }
        }
        return stream
    }

    /// A stream without elements that ends with the connection.
    func watch() -> AsyncStream<Never> {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        let id = state.withLock { state in
            state.ended == nil ? state.watchers.add(continuation) : nil
        }
        guard let id else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.watchers.remove(id) }
        }
        return stream
    }
}

extension DatabaseError {
    static var closed: DatabaseError { DatabaseError(.closed, "the connection was closed by its owner") }
}

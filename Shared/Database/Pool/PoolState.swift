/// What a pool knows: a value whose methods take an event and return what is to be done about it.
///
/// No clock, no lock and no connection is in here, so that every sequence of events can be tested as a table.
struct PoolState<Resource: AnyObject, Waiter> {
    /// What the pool has to do after an event.
    enum Action {
        /// Hand a resource to a caller.
        case lease(Resource, to: Waiter)
        /// Tell a caller that it gets none.
        case fail(Waiter, DatabaseError)
        /// Open one more, after so many failures in a row.
        case open(afterFailures: Int)
        /// Close one.
        case close(Resource)
        /// Nothing is open any more, and nothing will be.
        case finished
    }

    let limit: Int
    private(set) var idle: [Resource] = []
    private(set) var leased = 0
    private(set) var opening = 0
    private var waiters: [(id: Int, waiter: Waiter)] = []
    private var failures = 0
    private var lastFailure: DatabaseError?
    private(set) var isClosed = false

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var waiting: Int { waiters.count }

    /// A resource at once, the one used last, whose statements are prepared and whose memory is warm.
    mutating func takeIdle() -> Resource? {
        guard !isClosed, waiters.isEmpty, let resource = idle.popLast() else { return nil }
        leased += 1
        return resource
    }

    /// A caller waits.
    mutating func enlist(_ waiter: Waiter, id: Int) -> [Action] {
        guard !isClosed else { return [.fail(waiter, .poolClosed)] }
        waiters.append((id, waiter))
        return serve()
    }

    /// A caller gave up, or its time has passed.
    mutating func withdraw(_ id: Int) -> (waiter: Waiter, lastFailure: DatabaseError?)? {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return (waiters.remove(at: index).waiter, lastFailure)
    }

    /// An attempt to open succeeded.
    mutating func opened(_ resource: Resource) -> [Action] {
        opening -= 1
        failures = 0
        lastFailure = nil
        guard !isClosed else { return [.close(resource)] + finishIfEmpty() }
        idle.append(resource)
        return serve()
    }

    /// An attempt to open failed.
    ///
    /// Where waiting does not help, whoever waits is told; otherwise it is tried again.
    mutating func openFailed(_ error: DatabaseError) -> [Action] {
        opening -= 1
        failures += 1
        lastFailure = error
        guard !isClosed else { return finishIfEmpty() }
        if error.sqlState.map(SQLState.isMisconfiguration) == true {
            defer { waiters = [] }
            return waiters.map { .fail($0.waiter, error) }
        }
        return serve()
    }

    /// A caller brought one back.
    mutating func returned(_ resource: Resource, isReusable: Bool) -> [Action] {
        leased -= 1
        guard isReusable, !isClosed else { return [.close(resource)] + finishIfEmpty() + serve() }
        idle.append(resource)
        return serve()
    }

    /// One ended on its own; a leased one is dealt with when it is brought back.
    mutating func ended(_ resource: Resource) -> [Action] {
        idle.removeAll { $0 === resource }
        return serve()
    }

    /// No more callers.
    mutating func close() -> [Action] {
        isClosed = true
        let actions: [Action] = idle.map { .close($0) } + waiters.map { .fail($0.waiter, .poolClosed) }
        idle = []
        waiters = []
        return actions + finishIfEmpty()
    }

    private func finishIfEmpty() -> [Action] {
        isClosed && leased == 0 && opening == 0 ? [.finished] : []
    }

    private mutating func serve() -> [Action] {
        var actions: [Action] = []
        while !waiters.isEmpty, let resource = idle.popLast() {
            leased += 1
            actions.append(.lease(resource, to: waiters.removeFirst().waiter))
        }
        // While the server is away, one attempt at a time is enough.
        let allowed = failures > 0 ? 1 : waiters.count
        while opening < min(allowed, waiters.count), idle.count + leased + opening < limit {
            opening += 1
            actions.append(.open(afterFailures: failures))
        }
        return actions
    }
}

extension DatabaseError {
    static var poolClosed: DatabaseError { DatabaseError(.closed, "the pool was closed") }
}

import Contracts
import Database
import Logging

/// Brings a batch through the door whatever happens: repeats it, splits it, or sets the one message aside that fails.
struct BatchRunner<Rules: ServiceRules>: Sendable {
    let door: Door<Rules>
    let relay: Relay
    let answerer: Answerer
    let retries: RetryStore
    let observer: any EngineObserver
    let surroundings: Surroundings
    let logger: Logger
    /// Told of each timer that a batch set, so that the timer loop wakes in time.
    let timerSet: @Sendable (Timestamp) -> Void

    /// Decides arrivals in order; returns when all are committed, refused or set aside.
    ///
    /// - Throws: `CancellationError` only.
    func run(_ arrivals: [Arrival]) async throws {
        for segment in BatchRunner.segments(of: arrivals) { try await settle(segment) }
    }

    /// Decides a message that may be what kills the process: its attempt is committed before it is tried, and the third
    /// attempt without an outcome sets it aside.
    func runSuspect(_ arrival: Arrival) async throws {
        var backoff = Backoff(base: .milliseconds(50), cap: .seconds(5), generator: surroundings.chance)
        while true {
            do {
                if try await retries.noteAttempt(of: arrival) {
                    observer.parked(1, because: "process-ended")
                    return
                }
                break
            } catch let error as DatabaseError where error.isTransient || error.code == .commitOutcomeUnknown {
                logger.warning("an attempt is noted again", metadata: ["error": "\(error)"])
                try await surroundings.pause(backoff.next())
            }
        }
        var suspect = arrival
        suspect.fromRetry = true
        try await run([suspect])
    }

    /// Decides one command at once, and hands back what was answered to it.
    ///
    /// Somebody waits: what stands in the way is told after a few attempts, where a message would wait for its end.
    func command(_ item: Item) async throws -> (any Payload)? {
        var attempt = 1
        while true {
            do {
                let elapsed = surroundings.stopwatch()
                let result = try await door.process([Arrival(content: .item(item))])
                report(result, items: 1, seconds: elapsed().seconds)
                if let timer = result.earliestTimer { timerSet(timer) }
                await relay.submit(result.outbox)
                return result.replies[item.id]
            } catch let error as DatabaseError where error.code == .commitOutcomeUnknown {
                await renewWriter()
                throw error
            } catch let error as DatabaseError
                where [.serializationFailure, .deadlock].contains(error.code) && attempt < 3
            {
                observer.retried(because: error.description)
            } catch is RosterMoved where attempt < 3 {
                observer.retried(because: "roster-moved")
            }
            attempt += 1
        }
    }

    /// A link changes who is loaded with whom, so it is decided alone.
    static func segments(of arrivals: [Arrival]) -> [[Arrival]] {
        guard arrivals.contains(where: \.isLink) else { return arrivals.isEmpty ? [] : [arrivals] }
        var segments: [[Arrival]] = []
        for arrival in arrivals {
            if arrival.isLink || segments.isEmpty || segments[segments.count - 1][0].isLink {
                segments.append([arrival])
            } else {
                segments[segments.count - 1].append(arrival)
            }
        }
        return segments
    }

    private func settle(_ batch: [Arrival]) async throws {
        var arrivals = batch
        var backoff = Backoff(base: .milliseconds(50), cap: .seconds(5), generator: surroundings.chance)
        while true {
            try Task.checkCancellation()
            do {
                let elapsed = surroundings.stopwatch()
                let result = try await door.process(arrivals)
                report(result, items: arrivals.count, seconds: elapsed().seconds)
                if let timer = result.earliestTimer { timerSet(timer) }
                await relay.submit(result.outbox)
                await answerer.send(result.answers)
                return
            } catch let error as DatabaseError where error.isTransient || error.code == .commitOutcomeUnknown {
                observer.retried(because: error.description)
                logger.warning("a batch is tried again", metadata: ["error": "\(error)", "items": "\(arrivals.count)"])
                if error.code == .commitOutcomeUnknown {
                    // What was committed after all is found again as a duplicate, and must not count as received twice.
                    for position in arrivals.indices { arrivals[position].mayBeApplied = true }
                    await renewWriter()
                }
            } catch is RosterMoved {
                observer.retried(because: "roster-moved")
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                if try await divide(arrivals, because: error) { return }
            }
            try await surroundings.pause(backoff.next())
        }
    }

    /// Splits a batch that the database or a rule refuses, until the message that is the cause stands alone.
    private func divide(_ arrivals: [Arrival], because error: any Error) async throws -> Bool {
        if arrivals.count > 1 {
            let middle = arrivals.count / 2
            try await settle(Array(arrivals[..<middle]))
            try await settle(Array(arrivals[middle...]))
            return true
        }
        logger.error("a message fails", metadata: ["error": "\(String(reflecting: error))"])
        do {
            let isFinal = !(error is DatabaseError)
            let parked = try await retries.setAside(arrivals[0], because: error, finally: isFinal)
            if parked {
                observer.parked(1, because: isFinal ? "rule" : "database")
            } else {
                observer.retried(because: "database")
            }
            return true
        } catch let failure as DatabaseError where failure.isTransient || failure.code == .commitOutcomeUnknown {
            return false
        }
    }

    /// Rows of a commit whose outcome nobody knows are found by the sweep once their writer is gone.
    private func renewWriter() async {
        do {
            try await door.writer.renew()
        } catch {
            logger.warning("no new outbox writer yet", metadata: ["error": "\(error)"])
        }
    }

    private func report(_ result: BatchResult, items: Int, seconds: Double) {
        observer.committed(items: items, seconds: seconds)
        if let sent = result.oldestSent {
            observer.criticalTime(seconds: Double(Timestamp.hostClock.microseconds - sent.microseconds) / 1e6)
        }
        for (type, count) in result.counts.consumed { observer.consumed(count, of: type) }
        if result.counts.duplicates > 0 { observer.duplicates(result.counts.duplicates) }
        for (code, count) in result.counts.refused { observer.refused(count, because: code) }
        for (reason, count) in result.counts.parked { observer.parked(count, because: reason) }
    }
}

extension Arrival {
    /// Whether it links two contractors, or undoes it.
    var isLink: Bool { item?.isLink ?? false }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

extension ConnectionLoop {
    /// Milliseconds until the clock has to be looked at again.
    func patience(_ link: AMQPLink, _ now: Int64) -> Int32 {
        var next = now + 60_000_000_000
        if link.heartbeat > 0 {
            next = min(next, lastReceived + 2 * link.heartbeat)
            if link.output.count == 0 { next = min(next, lastSent + link.heartbeat / 2) }
            if let stalledSince, !blocked { next = min(next, stalledSince + 2 * link.heartbeat) }
        }
        if !pending.isEmpty { next = min(next, pendingSince + answerLimit) }
        if let closingUntil { next = min(next, closingUntil) }
        return Int32(clamping: max(next - now, 0) / 1_000_000 + 1)
    }

    func checkClock(_ link: AMQPLink, _ now: Int64) throws {
        if let closingUntil, now >= closingUntil { throw Finished() }
        if let request = pending.first?.request, now - pendingSince >= answerLimit {
            throw BrokerError(.timeout, "the broker did not answer \(request) in time")
        }
        guard link.heartbeat > 0 else { return }
        if now - lastReceived >= 2 * link.heartbeat {
            throw BrokerError(.connectionLost, "the broker was silent for two heartbeats")
        }
        if let stalledSince, !blocked, now - stalledSince >= 2 * link.heartbeat {
            throw BrokerError(.connectionLost, "the broker took no bytes for two heartbeats")
        }
        if link.output.count == 0, now - lastSent >= link.heartbeat / 2 {
            try link.sendHeartbeat()
            lastSent = now
        }
    }

    private var answerLimit: Int64 {
        Monotonic.seconds(max(connection.configuration.rpcTimeoutSeconds, 1))
    }
}

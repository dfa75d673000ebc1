import Messaging

/// A consumer's connection: what was sent to it and is not settled, and who waits for more.
///
/// `@unchecked Sendable`: only the simulation's thread touches it.
final class BusLink: @unchecked Sendable {
    struct Unsettled {
        let tag: UInt64
        let queue: String
        let message: BusMessage
    }

    enum State { case open, closed, lost }

    let life: Int
    let name: String
    let prefetch: Int
    var state = State.open
    var unsettled: [Unsettled] = []
    /// What has arrived and was not handed out.
    var arrived: [Delivery] = []
    /// The highest tag that was handed out.
    var handedOut: UInt64 = 0
    var lastTag: UInt64 = 0
    /// When the last delivery arrives: those that follow do not overtake it.
    var lastArrival: Int64 = 0
    var waiter: (limit: Int, continuation: CheckedContinuation<[Delivery], any Error>)?

    init(life: Int, name: String, prefetch: Int) {
        self.life = life
        self.name = name
        self.prefetch = prefetch
    }

    func hasRoom(for queue: String) -> Bool {
        state == .open && unsettled.count { $0.queue == queue } < prefetch
    }

    /// Why nothing more comes of this link.
    var failure: BrokerError {
        state == .closed ? BrokerError(.closed, "closed") : BrokerError(.connectionLost, "lost by the simulation")
    }

    func take(_ limit: Int) -> [Delivery] {
        let taken = Array(arrived.prefix(limit))
        arrived.removeFirst(taken.count)
        if let last = taken.last { handedOut = last.tag }
        return taken
    }
}

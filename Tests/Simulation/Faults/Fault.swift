import Contracts

/// One thing that goes wrong, at a place that can be found again.
struct Fault: Hashable, CustomStringConvertible {
    enum Action: String, CaseIterable {
        /// The replica's process ends, and starts again some seconds later.
        case crash
        /// The connection to the database breaks: before the request is sent, or before its answer is read.
        case loseConnection
        /// The database refuses the round trip, as it does one of two in a deadlock.
        case deadlock
        /// One message of the batch is refused by the database, once or always.
        case poisonOnce, poisonAlways
        /// The replica's connections to the broker break.
        case cutLinks
        /// All its connections to the database break.
        case cutDatabase
        /// Every connection to the broker breaks.
        case restartBroker
        /// Publishers are kept waiting for a minute.
        case alarm
        /// The hosts' clocks jump by more than a lease.
        case jumpClock
        /// The replica stops in good order, and another starts.
        case replace
    }

    let service: ServiceName
    let point: Point
    /// The how manieth time that a replica of the service passes the point.
    let occurrence: Int
    let action: Action

    var description: String { "\(action.rawValue) in \(service.rawValue) \(point), time \(occurrence)" }

    /// What can happen at a point.
    static func actions(at point: Point) -> [Action] {
        var actions: [Action] = [.crash, .crash, .crash, .cutLinks, .cutDatabase, .restartBroker, .jumpClock, .replace]
        switch point.step {
        case .inbox, .timer:
            actions += [.loseConnection, .deadlock, .deadlock]
            if point == Point(.inbox, .before) {
                actions += Array(repeating: .poisonOnce, count: 6) + Array(repeating: .poisonAlways, count: 6)
            }
        case .commit: actions += [.loseConnection, .loseConnection, .loseConnection, .deadlock]
        case .forget, .lease, .sweep, .seal, .retry, .setAside: actions += [.loseConnection]
        case .publish: actions += [.alarm, .cutLinks]
        default: break
        }
        return actions
    }
}

/// A message that does not take the straight way into its queue.
struct Detour: Hashable, CustomStringConvertible {
    /// The how manieth event or outside message that the broker accepts.
    let occurrence: Int
    let fate: MessageFate

    var description: String { "message \(occurrence) goes \(fate.rawValue)" }
}

import Foundation

/// Which simulation a thread belongs to, and as which connection; threads outside have no seat.
final class Seat {
    let scheduler: Scheduler
    /// The connection whose thread it is; nil for the thread that runs the simulation.
    let connection: Connection?

    init(_ scheduler: Scheduler, _ connection: Connection? = nil) {
        self.scheduler = scheduler
        self.connection = connection
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { seat in if let seat { Unmanaged<Seat>.fromOpaque(seat).release() } }
        return key
    }()

    /// The calling thread's seat.
    static var current: Seat? {
        pthread_getspecific(key).map { Unmanaged<Seat>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes the seat for the calling thread, or leaves it.
    static func take(_ seat: Seat?) {
        if let old = pthread_getspecific(key) { Unmanaged<Seat>.fromOpaque(old).release() }
        pthread_setspecific(key, seat.map { Unmanaged.passRetained($0).toOpaque() })
    }
}

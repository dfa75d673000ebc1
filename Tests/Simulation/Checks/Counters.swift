/// The six counts of a run, and what went wrong on the way.
struct Counters {
    /// Outside messages that were published, repetitions included.
    var attempted = 0
    /// Outside messages that the broker accepted.
    var acknowledged = 0
    /// Accepted outside messages without an effect.
    var lost = 0
    /// Effects without an accepted message.
    var unexpected = 0
    /// Effects that happened twice.
    var duplicated = 0
    /// Lives that ended in the middle of something, and what was lost on connections.
    var recovered = 0
    /// Deliveries that the broker took back.
    var redelivered = 0
}

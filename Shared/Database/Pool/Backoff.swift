/// How long to wait before the next attempt: doubling from a start to a limit, with up to half of it left to chance.
struct Backoff {
    let start: Duration
    let limit: Duration

    /// Between two attempts to connect.
    static let reconnect = Backoff(start: .milliseconds(50), limit: .seconds(5))
    /// Between two attempts at a transaction.
    static let transaction = Backoff(start: .milliseconds(5), limit: .seconds(1))

    /// The delay after so many failures in a row, at least one; `chance` lies between 0 and 1.
    func delay(after failures: Int, chance: Double) -> Duration {
        let doublings = min(max(failures - 1, 0), 20)
        let full = min(limit, start * (1 << doublings))
        return full / 2 + full / 2 * min(max(chance, 0), 1)
    }
}

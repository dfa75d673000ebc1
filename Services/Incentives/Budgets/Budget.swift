import Contracts

/// What a quarter's line may spend, and how much of it is given out; never more than there is (INC-24).
struct Budget: Hashable, Sendable {
    /// Which one.
    struct Key: Hashable, Comparable, Sendable {
        let programme: String
        let line: String
        /// As `2025-Q4`, which sorts by time.
        let quarter: String
        let currency: String

        static func < (left: Key, right: Key) -> Bool {
            (left.programme, left.line, left.quarter, left.currency)
                < (right.programme, right.line, right.quarter, right.currency)
        }
    }

    let key: Key
    private(set) var amount: Int64
    private(set) var reserved: Int64
    private(set) var committed: Int64

    init(key: Key, amount: Int64, reserved: Int64 = 0, committed: Int64 = 0) {
        self.key = key
        self.amount = amount
        self.reserved = reserved
        self.committed = committed
    }

    /// What can still be given out.
    var free: Int64 { amount - reserved - committed }

    /// Follows a new version of the programme; what is given out stands, so a line never falls below it.
    mutating func follow(amount declared: Int64) {
        amount = max(declared, reserved + committed)
    }

    /// Moves from what an allocation held to what it holds now.
    mutating func move(from old: Allocation.Share, to new: Allocation.Share) {
        reserved += new.reserved - old.reserved
        committed += new.committed - old.committed
    }
}

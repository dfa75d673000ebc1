import Contracts
import Database

/// What another service told: known by a key, merged by a number that only grows, whatever the order of arrival.
protocol Fact: Sendable {
    /// The key of its row.
    var id: Identifier { get }
    /// The revision or sequence; the highest wins.
    var order: Int64 { get }
    /// The moment that a figure counts it under.
    var countedAt: Timestamp { get }
    /// The figure that counts it.
    static var figure: String { get }
    /// Loads the rows of some keys.
    static var load: Statement { get }
    /// Reads a loaded row.
    init(_ row: Row) throws
    /// Takes another telling of the same fact in.
    mutating func merge(_ other: Self)
    /// Writes facts that were not found; those whom another batch tells of at the same time violate the key, so that the
    /// batch is tried again and finds them.
    static var insert: Statement { get }
    /// Writes facts that were found.
    static var upsert: Statement { get }
    /// What both statements write.
    static func parameters(_ facts: [Self]) -> [Parameter]
}

extension Fact {
    /// The later telling counts.
    mutating func merge(_ other: Self) {
        if other.order > order { self = other }
    }
}

import Contracts
import Database

/// What a service knows and decides: the queries that load its state, and pure decisions over it.
///
/// The door (see ``Door``) does everything else: duplicates, locks, the clock, the outbox, audit and acknowledgement.
public protocol ServiceRules: Sendable {
    /// The service that these are the rules of.
    static var service: ServiceName { get }
    /// Types that outside publishers send to this service.
    static var intake: [EventType] { get }
    /// Types that other services send to this one.
    static var subscriptions: [EventType] { get }

    /// The queries that lock and load what these items may touch, one a table, set-based.
    ///
    /// They ride in the batch's first round trip, after the clock, the inbox and the contractors, whose rows are locked
    /// in order of id. Key them by ``Swift/Sequence/contractorKeys``. Some of the items may turn out duplicates.
    func queries(for items: [Item]) throws -> [Call]

    /// Decides every fresh item, in order.
    ///
    /// - Parameters:
    ///   - items: the items of `queries(for:)` without the duplicates.
    ///   - loaded: the answers to `queries(for:)`, one for one.
    ///   - context: the clock, who is linked with whom, the published programmes.
    ///   - out: takes what is decided.
    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws
}

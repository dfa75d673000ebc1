import Contracts
import Database

/// What a service knows and decides: the queries that load its state, and pure decisions over it.
///
/// The door (see ``Door``) does everything else: duplicates, locks, the clock, the outbox, audit and acknowledgement.
public protocol ServiceRules: Sendable {
    /// The queries of a batch, and what its answers are read by.
    associatedtype Loading: BatchLoading
    /// The service that these are the rules of.
    static var service: ServiceName { get }
    /// Types that outside publishers send to this service.
    static var intake: [EventType] { get }
    /// Types that other services send to this one.
    static var subscriptions: [EventType] { get }

    /// The queries that lock and load what these items may touch, one a table, set-based.
    ///
    /// The contractors' rows are locked when they run, in order of id. They are asked for twice where the first time a
    /// batch was taken to be all new and about nobody who is linked, and is not.
    ///
    /// - Parameters:
    ///   - items: those that are new.
    ///   - roster: who is linked with whom. Key what is loaded of whole groups by ``Roster/everybody(with:)`` of
    ///     ``Swift/Array/contractorKeys``, so that no statement looks for the groups again.
    ///   - again: whether the batch begins again, because what it wrote as new violated a key. Then a service also asks
    ///     for what nearly never finds anything: a row that belongs to somebody who is not among those locked.
    func loading(_ items: [Item], _ roster: Roster, again: Bool) throws -> Loading

    /// Decides every item, in order.
    ///
    /// - Parameters:
    ///   - items: those that `loading` was made for.
    ///   - loading: what ``loading(_:_:again:)`` asked.
    ///   - rows: the answers to its calls, one for one.
    ///   - context: the clock, who is linked with whom, the published programmes.
    ///   - out: takes what is decided.
    func decide(
        _ items: [Item], _ loading: Loading, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws
}

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
    /// The contractors' rows are locked when they run, in order of id. They are asked for twice where the first time a
    /// batch was taken to be all new and about nobody who is linked, and is not.
    ///
    /// - Parameters:
    ///   - items: those that are new.
    ///   - roster: who is linked with whom. Key what is loaded of whole groups by ``Roster/everybody(with:)`` of
    ///     ``Swift/Array/contractorKeys``, so that no statement looks for the groups again.
    func queries(for items: [Item], _ roster: Roster) throws -> [Call]

    /// The queries of a batch that begins again, because what it wrote as new violated a key.
    ///
    /// Where ``queries(for:_:)`` spares itself what nearly never finds anything, these ask for it: a row that belongs to
    /// somebody who is not among those locked. The answers are read alike. The same queries unless a service says otherwise.
    func queriesAgain(for items: [Item], _ roster: Roster) throws -> [Call]

    /// Decides every item, in order.
    ///
    /// - Parameters:
    ///   - items: the items of `queries(for:_:)`.
    ///   - loaded: the answers to `queries(for:_:)` or `queriesAgain(for:_:)`, one for one.
    ///   - context: the clock, who is linked with whom, the published programmes.
    ///   - out: takes what is decided.
    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws
}

extension ServiceRules {
    /// The queries that the batch began with.
    public func queriesAgain(for items: [Item], _ roster: Roster) throws -> [Call] { try queries(for: items, roster) }
}

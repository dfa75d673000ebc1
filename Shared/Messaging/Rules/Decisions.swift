import Contracts
import Database

/// What a batch decided; the door carries it out in the same transaction.
public struct Decisions: Sendable {
    /// An event to be published after the commit.
    public struct Emission: Sendable {
        /// What happened.
        public let type: EventType
        /// The body.
        public let payload: any Payload
        /// The subject, whose partition the event goes to.
        public let contractor: Identifier
        /// What caused it.
        public let cause: Item
    }

    /// What is told to whoever asked.
    public struct Reply: Sendable {
        /// What is said.
        public let type: EventType
        /// The body.
        public let payload: any Payload
        /// Whom it is about, if anybody.
        public let contractor: Identifier?
    }

    /// Statements of the service's own tables, in order.
    public private(set) var writes: [Call] = []
    /// Events, in order.
    public private(set) var emissions: [Emission] = []
    /// Audit entries with their causes, in order.
    public private(set) var audits: [(entry: AuditEntry, cause: Item)] = []
    /// Refused items.
    public private(set) var refusals: [(item: Item, refusal: Refusal)] = []
    /// Items that say again what another message said.
    public private(set) var duplicates: [Item] = []
    /// Items that no repetition can help.
    public private(set) var parked: [(item: Item, reason: String)] = []
    /// Timers to set, by key: the last one counts.
    public private(set) var timers: [Identifier: TimerRequest] = [:]
    /// Answers to questions, by the question's id.
    public private(set) var replies: [Identifier: Reply] = [:]
    /// Timers to drop.
    public private(set) var cancelledTimers: Set<Identifier> = []

    /// Nothing decided yet.
    public init() {}

    /// Writes to the service's own tables: one set-based statement a table, its rows sorted by key.
    public mutating func write(_ call: Call) {
        writes.append(call)
    }

    /// Publishes an event once the batch is committed.
    public mutating func emit(
        _ type: EventType, _ payload: any Payload, about contractor: Identifier, because cause: Item
    ) {
        emissions.append(Emission(type: type, payload: payload, contractor: contractor, cause: cause))
    }

    /// Records a decision in the audit trail.
    public mutating func audit(_ entry: AuditEntry, because cause: Item) {
        audits.append((entry, cause))
    }

    /// Answers a question, once the batch is committed.
    public mutating func answer(
        _ item: Item, _ type: EventType, _ payload: any Payload, about contractor: Identifier? = nil
    ) {
        replies[item.id] = Reply(type: type, payload: payload, contractor: contractor)
    }

    /// Refuses an inbound item; nothing else may be written for it.
    public mutating func refuse(_ item: Item, _ refusal: Refusal) {
        refusals.append((item, refusal))
    }

    /// Says that an inbound item repeats a record that another message brought.
    public mutating func duplicate(_ item: Item) {
        duplicates.append(item)
    }

    /// Sets an item aside for a person: trying again cannot help.
    public mutating func park(_ item: Item, reason: String) {
        parked.append((item, reason))
    }

    /// Sets a timer, or moves the one of the same key.
    public mutating func schedule(_ timer: TimerRequest) {
        timers[timer.key] = timer
        cancelledTimers.remove(timer.key)
    }

    /// Drops a timer, if it is set.
    public mutating func cancelTimer(_ key: Identifier) {
        timers[key] = nil
        cancelledTimers.insert(key)
    }
}

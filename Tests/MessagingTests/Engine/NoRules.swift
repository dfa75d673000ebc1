import Contracts
import Database
import Logging

@testable import Messaging

/// Rules that take in whatever comes and decide nothing.
struct NoRules: ServiceRules {
    static let service = ServiceName.metrics
    static let intake: [EventType] = []
    static let subscriptions: [EventType] = []
    func loading(_: [Item], _: Roster, again _: Bool) -> Questions<Never> { Questions() }
    func decide(_: [Item], _: Questions<Never>, _: [Rows], _: DecisionContext, _: inout Decisions) {}
}

extension Door<NoRules> {
    /// The door of rules that decide nothing, over a real database.
    init(_ database: Database, _ ids: IdentifierSource) { self.init(rules: NoRules(), database, ids) }
}

extension Door {
    /// The door of rules, over a real database.
    init(rules: Rules, _ database: Database, _ ids: IdentifierSource) {
        self.init(
            rules: rules, database: database, programmes: ProgrammeSource(),
            vault: BodyVault(service: Rules.service, database: database, masterKey: [UInt8](repeating: 7, count: 32)),
            writer: Writer(
                database: database, ids: ids, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }),
            ids: ids, replica: "test")
    }
}

extension Arrival {
    /// One of Guildhall's own events, about somebody or nobody, that no rule decides anything on.
    static func event(_ id: Identifier, about contractor: Identifier?) -> Arrival {
        Arrival(
            content: .item(
                Item(
                    id: id, origin: .event, type: .engagementStarted, source: "/t", messageID: id.description,
                    contractor: contractor, time: Timestamp(microseconds: 0), correlation: "", payload: TimerFired())))
    }
}

import Contracts
import Database
import Messaging

@testable import OnboardingService

/// Onboarding's rules over a real database, opened by a door in miniature: contractors met and locked, queries,
/// decisions, writes.
struct DatabaseHouse {
    let transaction: Transaction
    private let rules = OnboardingRules()
    private var messages = 0
    private(set) var items: [Item] = []
    var now = Fixtures.now
    private(set) var announced = Announced()
    private var timers: [Identifier: TimerRequest] = [:]

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    private static let meet = Statement(
        "INSERT INTO onboarding_contractor (id, canonical) SELECT k, k FROM unnest($1::uuid[]) k ON CONFLICT DO NOTHING"
    )
    private static let lock = Statement(
        """
        SELECT m.id, m.canonical, m.link_sequence FROM onboarding_contractor m
        WHERE m.canonical = ANY (ARRAY(SELECT canonical FROM onboarding_contractor WHERE id = ANY ($1::uuid[])))
        ORDER BY m.id
        FOR UPDATE
        """)

    /// Decides a batch of items, and whatever is due after it.
    @discardableResult
    mutating func batch(_ items: [Item]) async throws -> Decisions {
        self.items += items
        let out = try await decide(items)
        while true {
            let due = timers.values.filter { $0.due <= now }.sorted { $0.key < $1.key }
            if due.isEmpty { return out }
            for timer in due { timers[timer.key] = nil }
            try await decide(due.map(Fixtures.timer))
        }
    }

    /// Lets time pass: fires what is due then.
    mutating func pass(to moment: Timestamp) async throws {
        now = moment
        try await batch([Item]())
    }

    @discardableResult
    private mutating func decide(_ items: [Item]) async throws -> Decisions {
        let roster = try await roster(of: items)
        let loading = rules.loading(items, roster, again: false)
        let loaded = try await transaction.run(loading.calls)
        var out = Decisions()
        try rules.decide(items, loading, loaded, Fixtures.context(roster, now: now), &out)
        if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
        for emission in out.emissions { announced.take(emission.payload) }
        for key in out.cancelledTimers { timers[key] = nil }
        timers.merge(out.timers) { $1 }
        return out
    }

    private func roster(of items: [Item]) async throws -> Roster {
        let keys = Parameter.uuids(items.contractorKeys)
        let rows = try await transaction.run([Call(Self.meet, [keys]), Call(Self.lock, [keys])])[1]
        return Roster(
            try rows.map { (contractor: try $0.identifier(0), canonical: try $0.identifier(1)) },
            sequences: Dictionary(
                uniqueKeysWithValues: try rows.map { (try $0.identifier(0), try $0.int64(2)) }))
    }

    /// Decides records as one batch, each in a message of its own.
    @discardableResult
    mutating func batch(_ records: [any Payload]) async throws -> Decisions {
        var items: [Item] = []
        for record in records {
            messages += 1
            items.append(Fixtures.item(record, Fixtures.type(of: record), message: "M\(messages)"))
        }
        return try await batch(items)
    }

    /// The rows of everything that the items touched, read as a batch reads them.
    func state() async throws -> RulesState {
        let roster = try await roster(of: items)
        let loading = Loading(items, roster)
        let books = try OnboardingBooks(loading.answers(try await transaction.run(loading.calls)), roster)
        return RulesState(try await facts(), books)
    }

    /// Everything that is kept of the persons whom the items are about.
    func facts() async throws -> PersonFacts {
        let calls = FileStatements.calls(contractors: items.contractorKeys)
        return try FileStatements.facts(try await transaction.run(calls))
    }
}

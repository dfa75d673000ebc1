import Contracts
import Database

/// The one way into a service's state: messages, timers and commands, one READ COMMITTED transaction a batch.
///
/// Three round trips: the first locks the contractors and enters the ids in the inbox; the second loads what the new
/// items touch; the third writes what the rules decided, with outbox and audit, and commits.
struct Door<Rules: ServiceRules>: Sendable {
    let rules: Rules
    let database: Database
    let programmes: ProgrammeSource
    let vault: BodyVault
    let writer: Writer
    let ids: IdentifierSource
    /// Names this replica's row in the tally.
    let replica: String
    let statements: DoorStatements
    private let repetitions = Repetitions()

    init(
        rules: Rules, database: Database, programmes: ProgrammeSource, vault: BodyVault, writer: Writer,
        ids: IdentifierSource, replica: String
    ) {
        self.rules = rules
        self.database = database
        self.programmes = programmes
        self.vault = vault
        self.writer = writer
        self.ids = ids
        self.replica = replica
        statements = DoorStatements(Rules.service)
    }

    /// Applies a batch once: all of it, or nothing.
    ///
    /// A batch that violates a key is begun again: a message came before, another batch has entered the same message or
    /// fact meanwhile, or a fact belonged to somebody else, and now it is found.
    ///
    /// - Throws: what the database says (``DatabaseError``), or what a rule threw.
    func process(_ arrivals: [Arrival]) async throws -> BatchResult {
        let result: BatchResult
        do {
            result = try await attempt(arrivals, asksFirst: repetitions.areExpected(in: arrivals), again: false)
        } catch let error as DatabaseError where error.isUniqueViolation {
            result = try await attempt(arrivals, asksFirst: true, again: true)
        }
        repetitions.note(result.counts.duplicates)
        return result
    }

    private func attempt(_ arrivals: [Arrival], asksFirst: Bool, again: Bool) async throws -> BatchResult {
        try await database.transaction { transaction in
            var arrivals = arrivals
            if let link = arrivals.first?.item, link.payload is ContractorLink {
                try await gatherGroups(of: link, into: &arrivals, transaction)
            }
            let items = arrivals.compactMap(\.item)
            let prelude = Prelude(arrivals, items, statements, asksFirst: asksFirst)
            let opened = try await open(prelude, transaction)
            let context = DecisionContext(
                now: opened.now, roster: opened.roster,
                programmes: try await programmes.catalogue(
                    ofVersions: opened.programmeVersions, over: transaction))
            let fresh = opened.fresh.compactMap { arrivals[$0].item }
            var decisions = Decisions()
            if !fresh.isEmpty {
                let roster = opened.roster
                let queries = try again ? rules.queriesAgain(for: fresh, roster) : rules.queries(for: fresh, roster)
                let aliases = Call(statements.aliases, [.uuids(opened.canonicals)])
                let loaded = try await transaction.run([aliases] + queries)
                // The lock sees groups as they were before it waited; now that they stay as they are, nobody may be missing.
                for row in loaded[0] where try !opened.roster.links(row.identifier(0), row.identifier(1)) {
                    throw RosterMoved()
                }
                try rules.decide(fresh, Array(loaded.dropFirst()), context, &decisions)
            }
            var completion = Completion(
                arrivals, opened, decisions, statements: statements, service: Rules.service, replica: replica)
            try await completion.seal(with: vault)
            try completion.compose(writer: writer.current, ids: ids)
            return try completion.result(try await transaction.finish(completion.calls))
        }
    }

    /// Asks for the locks once more where another batch met a contractor at the same time; its row is there by now.
    private func open(_ prelude: Prelude, _ transaction: Transaction) async throws -> Prelude.Opened {
        var answers = try await transaction.run(prelude.calls)
        do {
            return try prelude.read(answers)
        } catch let moved as RosterMoved {
            guard let lock = prelude.lock else { throw moved }
            answers[lock.position] = try await transaction.run([lock.call])[0]
            return try prelude.read(answers)
        }
    }

    /// A link, or its undoing, concerns everybody in both groups: they are locked and named before the queries run.
    ///
    /// The link is applied here, since the queries load by group; its sequence makes a repetition harmless.
    private func gatherGroups(
        of link: Item, into arrivals: inout [Arrival], _ transaction: Transaction
    ) async throws {
        guard link.origin == .event, let payload = link.payload as? ContractorLink else { return }
        let named = Parameter.uuids(Set([payload.contractor, payload.canonical]).sorted())
        let rows = try await transaction.run([
            Call(statements.lockContractors, [named]),
            Call(
                statements.linkContractors,
                [.uuids([payload.contractor]), .uuids([payload.canonical]), .int8s([payload.sequence])]),
        ])
        var members: Set<Identifier> = [payload.contractor, payload.canonical]
        for row in rows[0] { members.insert(try row.identifier(0)) }
        for row in rows[0] { members.insert(try row.identifier(1)) }
        arrivals[0].content = .item(link.relating(members.sorted()))
    }
}

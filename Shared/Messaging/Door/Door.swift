import Contracts
import Database

/// The one way into a service's state: messages, timers and commands, one READ COMMITTED transaction a batch.
///
/// Mostly two round trips: the first locks the contractors, enters the ids in the inbox and loads what the items touch; the
/// second writes what the rules decided, with outbox and audit, and commits. Where contractors are linked or a message came
/// before, another trip between them loads what is touched then.
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
    private let foresight = Foresight()

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
            result = try await attempt(arrivals, asksFirst: foresight.expectsKnown(in: arrivals), again: false)
        } catch let error as DatabaseError where error.isUniqueViolation {
            result = try await attempt(arrivals, asksFirst: true, again: true)
        }
        foresight.note(duplicates: result.counts.duplicates)
        return result
    }

    private func attempt(_ arrivals: [Arrival], asksFirst: Bool, again: Bool) async throws -> BatchResult {
        try await database.transaction { transaction in
            var arrivals = arrivals
            let isLink = arrivals.first?.isLink == true
            if isLink { try await gatherGroups(of: &arrivals[0], transaction) }
            let items = arrivals.compactMap(\.item)
            let prelude = Prelude(arrivals, items, statements, asksFirst: asksFirst)
            let guesses = !isLink && !asksFirst && !foresight.expectsLinks
            let guess = guesses && !items.isEmpty ? try rules.loading(items, Roster(), again: false) : nil
            let (opened, guessed) = try await open(
                prelude, guess.map { calls($0, prelude.contractors) } ?? [], transaction)
            let roster = opened.roster
            if !isLink { foresight.note(links: roster.hasLinks) }
            let context = DecisionContext(
                now: opened.now, roster: roster,
                programmes: try await programmes.catalogue(
                    ofVersions: opened.programmeVersions, over: transaction))
            let fresh = opened.fresh.compactMap { arrivals[$0].item }
            var decisions = Decisions()
            if !fresh.isEmpty {
                let isAsGuessed = !guessed.isEmpty && !roster.hasLinks && opened.fresh.count == arrivals.count
                let loading = try (isAsGuessed ? guess : nil) ?? rules.loading(fresh, roster, again: again)
                let rows = isAsGuessed ? guessed : try await transaction.run(calls(loading, opened.canonicals))
                // The lock sees groups as they were before it waited; now that they stay as they are, nobody may be missing.
                for row in rows[0] where try !roster.links(row.identifier(0), row.identifier(1)) {
                    throw RosterMoved()
                }
                try rules.decide(fresh, loading, Array(rows.dropFirst()), context, &decisions)
            }
            var completion = Completion(
                arrivals, opened, decisions, statements: statements, service: Rules.service, replica: replica)
            try await completion.seal(with: vault)
            try completion.compose(writer: writer.current, ids: ids)
            return try completion.result(try await transaction.finish(completion.calls))
        }
    }

    /// What the rules ask for, after who else is linked with those who stand for the locked groups.
    private func calls(_ loading: Rules.Loading, _ canonicals: [Identifier]) -> [Call] {
        [Call(statements.aliases, [.uuids(canonicals)])] + loading.calls
    }

    /// Locks and enters, and asks in the same trip for what is touched if nobody is linked and all are new.
    ///
    /// Where another batch met a contractor at the same time, the locks are asked for once more; its row is there by now,
    /// and what was loaded before it was locked is of no use.
    private func open(
        _ prelude: Prelude, _ guess: [Call], _ transaction: Transaction
    ) async throws -> (opened: Prelude.Opened, guessed: [Rows]) {
        var answers = try await transaction.run(prelude.calls + guess)
        do {
            return (try prelude.read(answers), Array(answers.dropFirst(prelude.calls.count)))
        } catch let moved as RosterMoved {
            guard let lock = prelude.lock else { throw moved }
            answers[lock.position] = try await transaction.run([lock.call])[0]
            return (try prelude.read(answers), [])
        }
    }

    /// A link, or its undoing, concerns everybody in both groups: they are locked and named before the queries run.
    ///
    /// The link is applied here, since the queries load by group; its sequence makes a repetition harmless.
    private func gatherGroups(of arrival: inout Arrival, _ transaction: Transaction) async throws {
        guard let link = arrival.item, link.origin == .event, let payload = link.payload as? ContractorLink else {
            return
        }
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
        arrival.content = .item(link.relating(members.sorted()))
    }
}

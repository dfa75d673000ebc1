import Contracts
import Database
import Messaging
import Programmes

@testable import AssessmentService

/// Assessment's rules over a real database, opened by a door in miniature: links applied, contractors met and locked,
/// queries, decisions, writes.
struct DatabaseHouse {
    let transaction: Transaction
    private let rules = AssessmentRules()
    private let programmes: ProgrammeCatalogue
    private var messages = 0
    private(set) var items: [Item] = []

    init(_ transaction: Transaction, programmes: ProgrammeCatalogue = Fixtures.catalogue) {
        self.transaction = transaction
        self.programmes = programmes
    }

    private static let meet = Statement(
        "INSERT INTO assessment_contractor (id, canonical) SELECT k, k FROM unnest($1::uuid[]) k ON CONFLICT DO NOTHING"
    )
    private static let lock = Statement(
        """
        SELECT m.id, m.canonical FROM assessment_contractor m
        WHERE m.canonical = ANY (ARRAY(SELECT canonical FROM assessment_contractor WHERE id = ANY ($1::uuid[])))
        ORDER BY m.id
        FOR UPDATE
        """)
    private static let link = Statement(
        """
        UPDATE assessment_contractor SET canonical = $2, link_sequence = $3 WHERE id = $1 AND link_sequence < $3
        """)

    /// Decides payloads as one batch; a link stands alone.
    @discardableResult
    mutating func batch(_ payloads: [any Payload]) async throws -> Decisions {
        var batch: [Item] = []
        for payload in payloads {
            messages += 1
            var related: [Identifier] = []
            if let link = payload as? ContractorLink { related = try await apply(link) }
            batch.append(Fixtures.item(payload, message: "M\(messages)", related: related))
        }
        items += batch
        let context = DecisionContext(now: Fixtures.now, roster: try await roster(of: batch), programmes: programmes)
        let loading = rules.loading(batch, context.roster, again: false)
        let loaded = try await transaction.run(loading.calls)
        var out = Decisions()
        try rules.decide(batch, loading, loaded, context, &out)
        if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
        return out
    }

    private func roster(of items: [Item]) async throws -> Roster {
        let keys = Parameter.uuids(items.contractorKeys)
        let rows = try await transaction.run([Call(Self.meet, [keys]), Call(Self.lock, [keys])])
        return Roster(try rows[1].map { (contractor: try $0.identifier(0), canonical: try $0.identifier(1)) })
    }

    private func apply(_ link: ContractorLink) async throws -> [Identifier] {
        let named = Set([link.contractor, link.canonical])
        let rows = try await transaction.run([
            Call(Self.meet, [.uuids(named.sorted())]), Call(Self.lock, [.uuids(named.sorted())]),
            Call(Self.link, [.uuid(link.contractor), .uuid(link.canonical), .int8(link.sequence)]),
        ])
        return named.union(try rows[1].map { try $0.identifier(0) }).sorted()
    }

    /// The books of everything that the items touched, read as a batch reads them.
    func books() async throws -> AssessmentBooks {
        let loading = Loading(items, try await roster(of: items))
        return try AssessmentBooks(loading.answers(try await transaction.run(loading.calls)))
    }
}

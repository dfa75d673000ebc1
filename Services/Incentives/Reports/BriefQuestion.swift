import Contracts
import Database
import HTTPTypes
import Hummingbird
import Programmes
import ServiceRuntime

/// Whether a worker sees a brief at a moment, asked over HTTP (INC-04).
struct BriefQuestion: Sendable {
    let id: String
    /// The brief's source, where two sources use one id.
    let source: String?
    let contractor: Identifier
    let at: Timestamp

    private static let newestProgramme = Statement(
        """
        SELECT version, definition, published_at FROM programme_version
        WHERE programme = $1 ORDER BY version DESC LIMIT 1
        """
    )
    static let all = [newestProgramme]

    func answer(in database: Database) async throws -> JSONValue {
        let group = Parameter.uuids([contractor])
        let rows = try await database.run([
            Call(RecordStatements.loadNamed, [.text(EventType.briefRecorded.name), .text(id)]),
            Call(PoolStatements.load, [group, .uuids([])]),
            Call(AnnouncementStatements.load, [group]),
        ])
        let facts = try RecordStatements.facts(rows[0]).filter { source == nil || $0.source == source }
        guard Set(facts.map(\.source)).count <= 1 else {
            throw HTTPError(.conflict, message: "More than one source has a brief \(id); say which: ?source=NAME")
        }
        let briefs = facts.all(BriefRecorded.self)
        guard let brief = briefs.max(by: { $0.value.revision < $1.value.revision })?.value else {
            throw HTTPError(.notFound, message: "There is no brief \(id).")
        }
        let tier = try await tier(of: brief, in: database)
        let hasPriority = try AnnouncementStatements.announcements(rows[2]).contains {
            ($0.state as? PriorityState).map { $0.programme == brief.programme && $0.hasBriefPriority } ?? false
        }
        let answer = BriefAccess.answer(
            briefs, tier, try rows[1].map { try PoolMembership(row: $0) }, hasPriority: hasPriority, at: at)
        return .object([
            ("brief", .string(id)), ("contractor", .string("\(contractor)")), ("at", .string("\(at)")),
            ("open", .bool(answer.isOpen)), ("reason", .string(answer.reason)),
            ("membersFrom", answer.from.map { .string("\($0)") } ?? .null),
            ("everybodyFrom", answer.everybodyFrom.map { .string("\($0)") } ?? .null),
            ("listedFirst", .bool(answer.isFirst)), ("rule", .string(BriefAccess.rule)),
        ])
    }

    private func tier(of brief: BriefRecorded, in database: Database) async throws -> AccessTier? {
        let rows = try await database.run([Call(BriefQuestion.newestProgramme, [.text(brief.programme)])])[0]
        let versions = try rows.map { row in
            ProgrammeRow(
                programme: brief.programme, version: try row.int64(0), yaml: try row.text(1),
                publishedAt: try row.timestamp(2))
        }
        let programme = try ProgrammeCatalogue(rows: versions).find(programme: brief.programme)
        return programme?.definition.rewards.tiers.first { $0.id == brief.tier }
    }
}

import Contracts
import Database
import Programmes

/// What onboarding can be asked, read from its tables without a lock.
struct OnboardingAnswers: Sendable {
    /// Runs statements in one round trip.
    let run: @Sendable ([Call]) async throws -> [Rows]

    private static let now = Statement("SELECT guildhall_now()")
    private static let engagementOfCase = Statement("SELECT engagement FROM onboarding_gate WHERE case_id = $1")
    private static let published = Statement(
        "SELECT programme, version, definition, published_at FROM programme_version ORDER BY programme, version")

    init(_ run: @escaping @Sendable ([Call]) async throws -> [Rows]) {
        self.run = run
    }

    /// Every published programme.
    func programmes() async throws -> ProgrammeCatalogue {
        try ProgrammeCatalogue(
            rows: try await run([Call(Self.published)])[0].map { row in
                ProgrammeRow(
                    programme: try row.text(0), version: try row.int64(1), yaml: try row.text(2),
                    publishedAt: try row.timestamp(3))
            })
    }

    /// What is known of a person; nil when nobody has the id.
    func file(of contractor: Identifier) async throws -> PersonFile? {
        let facts = try FileStatements.facts(try await run(FileStatements.calls(contractors: [contractor])))
        return facts.canonicals[contractor] == nil ? nil : facts.file(of: contractor)
    }

    /// The gated cases of a person.
    func reports(contractor: Identifier, _ programmes: ProgrammeCatalogue) async throws -> [CaseReport] {
        try await reports(FileStatements.calls(contractors: [contractor]), programmes)
    }

    /// A case; nil when it is not gated.
    func report(case id: Identifier, _ programmes: ProgrammeCatalogue) async throws -> CaseReport? {
        guard let row = try await run([Call(Self.engagementOfCase, [.uuid(id)])])[0].first else { return nil }
        let calls = FileStatements.calls(contractors: [], engagements: [try row.identifier(0)])
        return try await reports(calls, programmes).first { $0.judged.gate.caseID == id }
    }

    private func reports(_ calls: [Call], _ programmes: ProgrammeCatalogue) async throws -> [CaseReport] {
        let rows = try await run([Call(Self.now)] + calls)
        let now = try rows[0].only().timestamp(0)
        let facts = try FileStatements.facts(Array(rows.dropFirst()))
        guard let someone = facts.canonicals.keys.min() else { return [] }
        let file = facts.file(of: someone)
        let judge = CaseJudge(file: file, programmes: programmes, delivered: DeliveredRoles(programmes), now: now)
        return file.facts.gates.compactMap { gate in
            judge.judge(gate).map { CaseReport(judged: $0, file: file, now: now) }
        }
    }

    /// A batch of invitations with the key of its links; nil when there is none of that name.
    func batch(_ name: String) async throws -> (report: BatchReport, key: [UInt8])? {
        let rows = try await run([
            Call(Self.now), Call(InvitationStatements.linkKey), Call(InvitationStatements.ofBatch, [.text(name)]),
        ])
        let invitations = try InvitationStatements.invitations(rows[2])
        if invitations.isEmpty { return nil }
        let contractors = Parameter.uuids(Set(invitations.map(\.contractor)).sorted())
        let enrolled = try await run([Call(EnrolmentStatements.load, [contractors])])[0]
        let enrolments = Dictionary(
            try EnrolmentStatements.enrolments(enrolled).map { ($0.place, $0) }
        ) { first, _ in first }
        return (
            BatchReport(
                name: name, invitations: invitations, enrolments: enrolments, now: try rows[0].only().timestamp(0)),
            try rows[1].only().bytes(0)
        )
    }
}

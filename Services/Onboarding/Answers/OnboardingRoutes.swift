import Contracts
import Database
import HTTPTypes
import Hummingbird
import Logging
import Messaging
import NIOCore
import Programmes
import ServiceRuntime

/// Onboarding's answers over HTTP, on the service's own listener, which stands where operators' addresses do: they are
/// for operators and for the services that serve people's pages, who know whom they answer.
struct OnboardingRoutes: Sendable {
    let database: Database
    let commands: CommandDoor
    /// How long an answer may take before it is unknown.
    var limit = Duration.seconds(2)

    private static let now = Statement("SELECT guildhall_now()")
    private static let engagementOfCase = Statement("SELECT engagement FROM onboarding_gate WHERE case_id = $1")
    private static let programmes = Statement(
        "SELECT programme, version, definition, published_at FROM programme_version ORDER BY programme, version")

    func add(to router: ServiceRouter) {
        router.post("/billing-queries") { request, context in try await answer(request, context) }
        router.get("/cases/:id") { _, context in
            let id = try OnboardingRoutes.identifier(context.parameters.get("id"))
            let rows = try await database.run([Call(Self.engagementOfCase, [.uuid(id)])])[0]
            guard let row = rows.first else { throw HTTPError(.notFound, message: "No case has this id.") }
            let engagement = try row.identifier(0)
            let reports = try await cases(engagements: [engagement]) { $0.engagement == engagement }
            guard let report = reports.first else {
                throw HTTPError(.notFound, message: "Nothing is gated in this case.")
            }
            return Response.json(report.json)
        }
        router.get("/contractors/:id/steps") { _, context in
            let id = try OnboardingRoutes.identifier(context.parameters.get("id"))
            let reports = try await cases(contractors: [id]) { _ in true }
            return Response.json(.object([("cases", .array(reports.map(\.json)))]))
        }
        router.get("/participation") { request, _ in
            Response.json(ParticipationReport(file: try await file(of: request)).json)
        }
        router.get("/stages") { request, _ in Response.json(StageReport(file: try await file(of: request)).json) }
        router.get("/invitations") { request, _ in
            let name = request.uri.queryParameters["batch"].map(String.init)
            let (report, key) = try await batch(name)
            return Response.json(report.links(key: key))
        }
        router.get("/invitations/batches/:name") { _, context in
            Response.json(try await batch(context.parameters.get("name")).report.json)
        }
    }

    // MARK: - Questions about billing

    private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let body = try await request.body.collect(upTo: 16_384)
        let query: BillingQueryAsked
        switch Catalogue.decode(.billingQueryAsked, Array(body.readableBytesView)) {
        case .success(let payload as BillingQueryAsked): query = payload
        case .success: return Response(status: .badRequest)
        case .failure(let problems): throw HTTPError(.badRequest, message: problems.description)
        }
        do {
            return try await TimeLimit.run(limit) {
                let command = Command(type: .billingQueryAsked, source: "guildhall", payload: query)
                guard let answer = try await commands(command) as? BillingQueryAnswered else {
                    return unknown(query)
                }
                return OnboardingRoutes.json(answer, .ok)
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            // A source that is down leaves the answer unknown, and nobody may take that for a yes.
            context.logger.warning(
                "a question stays unanswered", metadata: ["cause": .string(String(reflecting: error))])
            return unknown(query)
        }
    }

    private func unknown(_ query: BillingQueryAsked) -> Response {
        let now = Timestamp.hostClock
        var response = OnboardingRoutes.json(
            BillingQueryAnswered(
                verdict: .unknown, reasons: ["A source is down; nothing can be told at present."],
                rule: "source-down/1", at: query.at ?? now, decidedAt: now), .serviceUnavailable)
        response.headers[.retryAfter] = "5"
        return response
    }

    private static func json(_ answer: BillingQueryAnswered, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: Catalogue.encode(answer))))
    }

    // MARK: - Persons

    private func file(of request: Request) async throws -> PersonFile {
        let id = try OnboardingRoutes.identifier(request.uri.queryParameters["contractor"].map(String.init))
        let facts = try FileStatements.facts(try await database.run(FileStatements.calls(contractors: [id])))
        guard facts.canonicals[id] != nil else { throw HTTPError(.notFound, message: "No contractor has this id.") }
        return facts.file(of: id)
    }

    private func cases(
        contractors: [Identifier] = [], engagements: [Identifier] = [], _ isWanted: (Gate) -> Bool
    ) async throws -> [CaseReport] {
        let calls =
            [Call(Self.now), Call(Self.programmes)]
            + FileStatements.calls(contractors: contractors, engagements: engagements)
        let rows = try await database.run(calls)
        let now = try rows[0].only().timestamp(0)
        let catalogue = try ProgrammeCatalogue(
            rows: try rows[1].map { row in
                ProgrammeRow(
                    programme: try row.text(0), version: try row.int64(1), yaml: try row.text(2),
                    publishedAt: try row.timestamp(3))
            })
        let facts = try FileStatements.facts(Array(rows.dropFirst(2)))
        guard let someone = contractors.first ?? facts.canonicals.keys.min() else { return [] }
        let file = facts.file(of: someone)
        let judge = CaseJudge(file: file, programmes: catalogue, delivered: DeliveredRoles(catalogue), now: now)
        return file.facts.gates.filter(isWanted).compactMap { gate in
            judge.judge(gate).map { CaseReport(judged: $0, file: file, now: now) }
        }
    }

    // MARK: - Batches

    private func batch(_ name: String?) async throws -> (report: BatchReport, key: [UInt8]) {
        guard let name, !name.isEmpty else {
            throw HTTPError(.badRequest, message: "Say which batch: ?batch=NAME")
        }
        let rows = try await database.run([
            Call(Self.now), Call(InvitationStatements.linkKey), Call(InvitationStatements.ofBatch, [.text(name)]),
        ])
        let invitations = try InvitationStatements.invitations(rows[2])
        guard !invitations.isEmpty else { throw HTTPError(.notFound, message: "No invitation is of this batch.") }
        let contractors = Parameter.uuids(Set(invitations.map(\.contractor)).sorted())
        let enrolled = try await database.run([Call(EnrolmentStatements.load, [contractors])])[0]
        let enrolments = Dictionary(
            try EnrolmentStatements.enrolments(enrolled).map { ($0.place, $0) }
        ) { first, _ in first }
        return (
            BatchReport(
                name: name, invitations: invitations, enrolments: enrolments, now: try rows[0].only().timestamp(0)),
            try rows[1].only().bytes(0)
        )
    }

    private static func identifier(_ text: String?) throws -> Identifier {
        guard let text, let id = Identifier(text) else {
            throw HTTPError(.badRequest, message: "An id is written as a UUID.")
        }
        return id
    }
}

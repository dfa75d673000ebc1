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

    private var answers: OnboardingAnswers {
        let database = database
        return OnboardingAnswers { try await database.run($0) }
    }

    func add(to router: ServiceRouter) {
        router.post("/billing-queries") { request, context in try await answer(request, context) }
        router.get("/cases/:id") { _, context in
            let id = try OnboardingRoutes.identifier(context.parameters.get("id"))
            guard let report = try await answers.report(case: id, try await answers.programmes()) else {
                throw HTTPError(.notFound, message: "No case of this id is gated.")
            }
            return Response.json(report.json)
        }
        router.get("/contractors/:id/steps") { _, context in
            let id = try OnboardingRoutes.identifier(context.parameters.get("id"))
            let reports = try await answers.reports(contractor: id, try await answers.programmes())
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

    // MARK: - Whom and what is asked about

    private func file(of request: Request) async throws -> PersonFile {
        let id = try OnboardingRoutes.identifier(request.uri.queryParameters["contractor"].map(String.init))
        guard let file = try await answers.file(of: id) else {
            throw HTTPError(.notFound, message: "No contractor has this id.")
        }
        return file
    }

    private func batch(_ name: String?) async throws -> (report: BatchReport, key: [UInt8]) {
        guard let name, !name.isEmpty else {
            throw HTTPError(.badRequest, message: "Say which batch: ?batch=NAME")
        }
        guard let found = try await answers.batch(name) else {
            throw HTTPError(.notFound, message: "No invitation is of this batch.")
        }
        return found
    }

    private static func identifier(_ text: String?) throws -> Identifier {
        guard let text, let id = Identifier(text) else {
            throw HTTPError(.badRequest, message: "An id is written as a UUID.")
        }
        return id
    }
}

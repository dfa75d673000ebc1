import Contracts
import Database
import HTTPTypes
import Hummingbird
import Logging
import Messaging
import ServiceRuntime

/// Questions of systems over HTTP: the same question, rule and answer as over the bus (CRD-15, CRD-16, CRD-29).
struct QueryRoutes: Sendable {
    let commands: CommandDoor
    let access: AccessCheck
    /// How long an answer may take before it is unknown.
    var limit = Duration.seconds(2)

    /// Adds the address.
    func add(to router: ServiceRouter) {
        router.post("/credential-queries") { request, context in try await answer(request, context) }
    }

    private func answer(_ request: Request, _ context: ServiceRequestContext) async throws -> Response {
        let body = try await request.body.collect(upTo: 16_384)
        let query: CredentialQueryAsked
        switch Catalogue.decode(.credentialQueryAsked, Array(body.readableBytesView)) {
        case .success(let payload as CredentialQueryAsked): query = payload
        case .success: return Response(status: .badRequest)
        case .failure(let problems):
            return StatusInfo(.failure, "invaliddata", problems.description).response(.badRequest)
        }
        do {
            return try await TimeLimit.run(limit) {
                let grant: AccessGrant
                do {
                    grant = try await access.grant(of: request, needing: .query)
                } catch let refusal as AccessRefusal {
                    return refusal.response
                }
                let command = Command(
                    type: .credentialQueryAsked, source: "client:\(grant.client)", payload: query)
                guard let answer = try await commands(command) as? CredentialQueryAnswered else {
                    return unknown(query, "No answer was given.")
                }
                return json(answer, .ok)
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            // A source that is down leaves the answer unknown, and nobody may take that for a yes.
            context.logger.warning(
                "a question stays unanswered", metadata: ["cause": .string(String(reflecting: error))])
            return unknown(query, "A source is down; nothing can be told at present.")
        }
    }

    private func unknown(_ query: CredentialQueryAsked, _ reason: String) -> Response {
        var response = json(
            CredentialQueryAnswered(
                query.question, .unknown, reason: reason, rule: "source-down/1", decidedAt: .hostClock),
            .serviceUnavailable)
        response.headers[.retryAfter] = "5"
        return response
    }

    private func json(_ answer: CredentialQueryAnswered, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: Catalogue.encode(answer))))
    }
}

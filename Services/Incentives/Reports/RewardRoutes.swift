import Contracts
import Database
import HTTPTypes
import Hummingbird
import Programmes
import ServiceRuntime

/// Rewards over HTTP: what a worker has and why (GOV-25), whether equal conditions gave equal rewards (INC-22), and who
/// sees a brief (INC-04).
struct RewardRoutes: Sendable {
    let database: Database

    func add(to router: ServiceRouter) {
        router.get("/rewards/explain") { request, _ in
            let contractor = try RewardRoutes.contractor(request)
            return Response.json(try await Explanation.load(contractor, in: database).json)
        }
        router.get("/rewards/fairness") { request, _ in
            guard let programme = request.uri.queryParameters["programme"] else {
                throw HTTPError(.badRequest, message: "Say which programme: ?programme=ID")
            }
            return Response.json(try await FairnessReport.load(String(programme), in: database).json)
        }
        router.get("/briefs/:id/access") { request, context in
            let id = try context.parameters.require("id")
            let contractor = try RewardRoutes.contractor(request)
            let at = try await moment(request)
            let source = request.uri.queryParameters["source"].map(String.init)
            return Response.json(
                try await BriefQuestion(id: id, source: source, contractor: contractor, at: at).answer(in: database))
        }
    }

    private static func contractor(_ request: Request) throws -> Identifier {
        guard let text = request.uri.queryParameters["contractor"], let id = Identifier(String(text)) else {
            throw HTTPError(.badRequest, message: "Say which contractor, by id: ?contractor=UUID")
        }
        return id
    }

    private func moment(_ request: Request) async throws -> Timestamp {
        guard let text = request.uri.queryParameters["at"] else {
            return try await database.run([Call(Statement("SELECT guildhall_now()"))])[0].only().timestamp(0)
        }
        guard let moment = Timestamp(String(text)) else {
            throw HTTPError(.badRequest, message: "The moment is written as 2025-09-10T09:00:00Z.")
        }
        return moment
    }
}

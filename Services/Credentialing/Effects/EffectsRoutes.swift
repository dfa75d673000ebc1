import Contracts
import Database
import HTTPTypes
import Hummingbird
import Messaging
import ServiceRuntime

/// `GET /credentials/{id}/effects`: explains a credential to its worker, and to systems that may ask (GOV-25).
struct EffectsRoutes: Sendable {
    let database: Database
    let commands: CommandDoor
    let access: AccessCheck
    let session: WorkerDoor

    /// Adds the address.
    func add(to router: ServiceRouter) {
        router.get("/credentials/:id/effects") { request, context in
            try await explain(try PublicPage.id(context), request)
        }
    }

    private func explain(_ id: Identifier, _ request: Request) async throws -> Response {
        let asker: String
        do {
            guard let found = try await self.asker(about: id, request) else { throw PublicPage.unknown }
            asker = found
        } catch let refusal as AccessRefusal {
            return refusal.response
        }
        let command = Command(type: EffectsAsked.type, source: asker, payload: EffectsAsked(credential: id))
        guard let told = try await commands(command) as? EffectsTold else { throw PublicPage.unknown }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: told.document)))
    }

    /// Who asks: the worker about a credential of their own, or a system with leave to ask; nil for other workers.
    private func asker(about id: Identifier, _ request: Request) async throws -> String? {
        if request.headers[.authorization] == nil, let contractor = try await session.contractor(of: request) {
            let owners = try await database.run([Call(WorkerStatements.owner, [.uuid(contractor), .uuid(id)])])[0]
            return owners.isEmpty ? nil : "the worker"
        }
        return "client:\(try await access.grant(of: request, needing: .query).client)"
    }
}

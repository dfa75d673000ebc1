import Contracts
import Crypto
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Messaging
import OpenBadges
import Pages
import ServiceRuntime

/// Where a worker is asked, and where the worker's answer goes from.
struct AuthorizeRoutes: Sendable {
    let database: Database
    let commands: CommandDoor
    let session: WorkerDoor
    let issuer: Issuer
    /// Seals forms, so that nobody can make a browser send one that its worker never saw.
    let formKey: [UInt8]

    /// Adds the addresses.
    func add(to router: ServiceRouter) {
        router.get("/oauth/authorize") { request, _ in
            try await answering(request) {
                let (asked, contractor) = try await read(FormFields(request.uri.query ?? ""), request)
                let page = AuthorizePage(
                    request: asked, seal: seal(asked, contractor), texts: AuthorizeRoutes.texts(request))
                return PageStyle.common.response(page.html, page.texts, answerTo: asked.redirectURI)
            }
        }
        router.post("/oauth/authorize") { request, _ in
            try await answering(request) {
                let body = try await request.body.collect(upTo: 16_384)
                let fields = FormFields(String(buffer: body))
                let (asked, contractor) = try await read(fields, request)
                guard fields["seal"] == seal(asked, contractor) else {
                    throw AuthorizeRequest.Fault.page(.accessStale)
                }
                guard fields["decision"] == "allow" else {
                    throw AuthorizeRequest.Fault.redirect(
                        uri: asked.redirectURI, error: "access_denied", description: "the worker said no",
                        state: asked.state)
                }
                return try await allow(asked, contractor)
            }
        }
    }

    private func allow(_ asked: AuthorizeRequest, _ contractor: Identifier) async throws -> Response {
        let code = AccessSecret()
        var random = SystemRandomNumberGenerator()
        var command = AccessCommand()
        command.client = asked.client.id
        command.family = .v7(at: .hostClock, random: &random)
        command.contractor = contractor
        command.codeHash = Base64URL.encode(code.hash)
        command.redirectURI = asked.redirectURI
        command.challenge = asked.challenge
        command.scopes = asked.scopes.map(\.rawValue)
        _ = try await commands(
            Command(
                type: AccessCommand.type, source: "worker:\(contractor)", contractor: contractor, payload: command))
        return AuthorizeRoutes.redirect(
            AuthorizeRequest.answer(
                at: asked.redirectURI, [("code", code.text), ("state", asked.state), ("iss", issuer.base)]))
    }

    private func read(
        _ fields: FormFields, _ request: Request
    ) async throws -> (asked: AuthorizeRequest, contractor: Identifier) {
        let id = fields["client_id"] ?? ""
        let rows = try await database.run([Call(AccessStatements.client, [.text(id)])])[0]
        let asked = try AuthorizeRequest(fields, client: try rows.first.map { try AccessClient(row: $0) })
        guard let contractor = try await session.contractor(of: request) else { throw SignInNeeded() }
        return (asked, contractor)
    }

    private static func texts(_ request: Request) -> PageTexts {
        PageTexts(accepting: request.headers[.acceptLanguage])
    }

    private func answering(_ request: Request, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch is SignInNeeded {
            let texts = AuthorizeRoutes.texts(request)
            return PageStyle.common.response(
                AuthorizePage.notice(.accessOpenFirst, .accessOpenFirstHint, texts), texts, status: .unauthorized)
        } catch AuthorizeRequest.Fault.page(let phrase) {
            let texts = AuthorizeRoutes.texts(request)
            return PageStyle.common.response(
                AuthorizePage.notice(.accessStopped, phrase, texts), texts, status: .badRequest)
        } catch AuthorizeRequest.Fault.redirect(let uri, let error, let description, let state) {
            return AuthorizeRoutes.redirect(
                AuthorizeRequest.answer(
                    at: uri,
                    [("error", error), ("error_description", description), ("state", state), ("iss", issuer.base)]))
        }
    }

    /// Ties a form to the worker and to everything that it asks for.
    private func seal(_ asked: AuthorizeRequest, _ contractor: Identifier) -> String {
        let parts = [
            contractor.description, asked.client.id, asked.redirectURI, AccessScope.text(asked.scopes),
            asked.challenge, asked.state ?? "",
        ]
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return Base64URL.encode(
            HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: formKey)))
    }

    private static func redirect(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    private struct SignInNeeded: Error {}
}

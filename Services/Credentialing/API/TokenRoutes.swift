import Contracts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Messaging
import ServiceRuntime

/// Where systems get tokens, and give them back.
struct TokenRoutes: Sendable {
    /// How long an access token counts.
    static let accessSeconds: Int64 = 3600
    /// How long a refresh token counts.
    static let refreshSeconds: Int64 = 90 * 86_400

    let database: Database
    let commands: CommandDoor
    let issuer: Issuer

    /// Adds the addresses.
    func add(to router: ServiceRouter) {
        router.post("/oauth/token") { request, _ in
            try await answering { try await token(try await fields(request), request) }
        }
        router.post("/oauth/revoke") { request, _ in
            try await answering { try await revoke(try await fields(request), request) }
        }
        router.get("/.well-known/oauth-authorization-server") { _, _ in
            Response.json(ServerMetadata(issuer: issuer).json)
        }
    }

    private func token(_ fields: FormFields, _ request: Request) async throws -> Response {
        let client = try await client(fields, request)
        switch fields["grant_type"] {
        case "authorization_code":
            guard let code = fields["code"] else { throw TokenError.invalidRequest }
            return try await exchange(
                AccessStatements.code, AccessStatements.useCode, code, client, TokenLeave.init(code:)
            ) {
                $0.fate(client: client.id, redirectURI: fields["redirect_uri"], verifier: fields["code_verifier"])
            }
        case "refresh_token":
            guard let token = fields["refresh_token"] else { throw TokenError.invalidRequest }
            return try await exchange(
                AccessStatements.refresh, AccessStatements.useToken, token, client, TokenLeave.init(refresh:)
            ) { $0.fate(client: client.id) }
        case "client_credentials": return try await own(fields, client)
        default: throw TokenError.unsupportedGrantType
        }
    }

    /// Tokens for a code or a refresh token, which is used up by the attempt.
    private func exchange(
        _ find: Statement, _ use: Statement, _ text: String, _ client: AccessClient,
        _ read: @Sendable (Row) throws -> TokenLeave, _ judge: @Sendable (TokenLeave) -> TokenLeave.Fate
    ) async throws -> Response {
        let hash = AccessSecret(text).hash
        let (access, refresh) = (AccessSecret(), AccessSecret())
        let (leave, fate) = try await database.transaction { transaction in
            let rows = try await transaction.run([Call(find, [.bytea(hash)])])[0]
            guard let row = rows.first else { return (TokenLeave?.none, TokenLeave.Fate.refused) }
            let leave = try read(row)
            let fate = judge(leave)
            // Whoever presents what is another's does not use it up; any other attempt does.
            var calls = leave.client == client.id ? [Call(use, [.bytea(hash)])] : []
            if fate == .tokens {
                calls.append(issue([(access, "access"), (refresh, "refresh")], leave, client.id))
                calls += [Call(AccessStatements.forgetTokens), Call(AccessStatements.forgetCodes)]
            }
            if !calls.isEmpty { _ = try await transaction.run(calls) }
            return (leave, fate)
        }
        if fate == .stolen, let leave {
            try await end(leave.family, leave.contractor, client.id, "used a second time")
        }
        guard fate == .tokens, let leave else { throw TokenError.invalidGrant }
        return TokenRoutes.answer(access, refresh, leave.scopes)
    }

    private func issue(
        _ secrets: [(secret: AccessSecret, kind: String)], _ leave: TokenLeave, _ client: String
    ) -> Call {
        Call(
            AccessStatements.issue,
            [
                .byteas(secrets.map(\.secret.hash)), .texts(secrets.map(\.kind)),
                .int8s(
                    secrets.map { $0.kind == "access" ? TokenRoutes.accessSeconds : TokenRoutes.refreshSeconds }),
                .uuid(leave.family), .text(client), .uuid(leave.contractor), .texts(leave.scopes),
            ])
    }

    /// A token for a system's own questions: an operator allowed them when it registered the system.
    private func own(_ fields: FormFields, _ client: AccessClient) async throws -> Response {
        guard client.scopes.contains(.query) else { throw TokenError.unauthorizedClient }
        guard AccessScope.list(fields["scope"] ?? AccessScope.query.rawValue) == [.query] else {
            throw TokenError.invalidScope
        }
        let access = AccessSecret()
        var random = SystemRandomNumberGenerator()
        let family = Identifier.v7(at: .hostClock, random: &random)
        let nobody = Identifier?.none
        _ = try await database.run([
            Call(
                AccessStatements.issue,
                [
                    .byteas([access.hash]), .texts(["access"]), .int8s([TokenRoutes.accessSeconds]), .uuid(family),
                    .text(client.id), .uuid(nobody), .texts([AccessScope.query.rawValue]),
                ]),
            Call(AccessStatements.forgetTokens),
        ])
        return TokenRoutes.answer(access, nil, [AccessScope.query.rawValue])
    }

    /// Ends what a token belongs to; whoever asks about a token that is not theirs learns nothing (RFC 7009).
    private func revoke(_ fields: FormFields, _ request: Request) async throws -> Response {
        let client = try await client(fields, request)
        guard let token = fields["token"] else { throw TokenError.invalidRequest }
        let rows = try await database.run([
            Call(AccessStatements.family, [.bytea(AccessSecret(token).hash), .text(client.id)])
        ])[0]
        if let row = rows.first {
            try await end(
                try row.identifier(0), try row.optionalIdentifier(1), client.id, "given back by the system")
        }
        return Response(status: .ok)
    }

    private func end(
        _ family: Identifier, _ contractor: Identifier?, _ client: String, _ reason: String
    ) async throws {
        var command = AccessCommand()
        command.act = .revoke
        command.family = family
        command.contractor = contractor
        command.client = client
        command.reason = reason
        _ = try await commands(Command(type: AccessCommand.type, source: "client:\(client)", payload: command))
    }

    /// The system that asks, by its secret: in the header, or in the form (RFC 6749, section 2.3.1).
    private func client(_ fields: FormFields, _ request: Request) async throws -> AccessClient {
        var (id, secret) = (fields["client_id"], fields["client_secret"])
        if let header = request.headers[.authorization] {
            guard secret == nil, header.lowercased().hasPrefix("basic "),
                let data = Data(base64Encoded: String(header.dropFirst(6))),
                case let pair = String(decoding: data, as: UTF8.self)
                    .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false), pair.count == 2
            else { throw TokenError.invalidClient }
            (id, secret) = (FormFields.decoded(pair[0]), FormFields.decoded(pair[1]))
        }
        guard let id, let secret else { throw TokenError.invalidClient }
        let rows = try await database.run([Call(AccessStatements.client, [.text(id)])])[0]
        // Two hashes are compared: how far they agree tells nothing about the secret.
        guard let row = rows.first, case let client = try AccessClient(row: row),
            client.secretHash == AccessSecret(secret).hash
        else { throw TokenError.invalidClient }
        return client
    }

    private func fields(_ request: Request) async throws -> FormFields {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw TokenError.invalidRequest
        }
        let fields = FormFields(String(buffer: try await request.body.collect(upTo: 16_384)))
        if fields.hasRepetition { throw TokenError.invalidRequest }
        return fields
    }

    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let error as TokenError {
            return error.response
        }
    }

    private static func answer(_ access: AccessSecret, _ refresh: AccessSecret?, _ scopes: [String]) -> Response {
        var members: [(String, JSONValue)] = [
            ("access_token", .string(access.text)), ("token_type", .string("Bearer")),
            ("expires_in", .integer(accessSeconds)), ("scope", .string(scopes.joined(separator: " "))),
        ]
        if let refresh { members.append(("refresh_token", .string(refresh.text))) }
        return Response.json(.object(members))
    }
}

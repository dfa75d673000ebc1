import Contracts
import Database
import HTTPTypes
import Hummingbird
import ServiceRuntime

/// The Open Badges 3.0 API: what a worker's host system reads with the worker's leave.
struct OpenBadgesRoutes: Sendable {
    let database: Database
    let access: AccessCheck
    let issuer: Issuer

    /// Adds the addresses.
    func add(to router: ServiceRouter) {
        router.get("/ims/ob/v3p0/discovery") { _, _ in
            PublicDocument.open(
                Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: ByteBuffer(string: OpenAPIDocument(issuer: issuer).text))))
        }
        router.get("/ims/ob/v3p0/credentials") { request, _ in
            try await granted(request, .credentials) { contractor, _ in try await credentials(contractor, request) }
        }
        router.post("/ims/ob/v3p0/credentials") { _, _ in
            var response = StatusInfo(
                .unsupported, "unsupported",
                "Credentials come from passed assessments here and from nowhere else; nothing can be put in."
            ).response(.methodNotAllowed)
            response.headers[.allow] = "GET"
            return response
        }
        router.get("/ims/ob/v3p0/profile") { request, _ in
            try await granted(request, .profile) { contractor, client in profile(contractor, client) }
        }
        router.put("/ims/ob/v3p0/profile") { _, _ in
            var response = StatusInfo(
                .unsupported, "unsupported", "A profile here holds nothing that could be changed."
            ).response(.methodNotAllowed)
            response.headers[.allow] = "GET"
            return response
        }
    }

    private func granted(
        _ request: Request, _ scope: AccessScope, _ body: (Identifier, String) async throws -> Response
    ) async throws -> Response {
        do {
            let grant = try await access.grant(of: request, needing: scope)
            guard let contractor = grant.contractor else { throw AccessRefusal.scope(scope) }
            return try await body(contractor, grant.client)
        } catch let refusal as AccessRefusal {
            return refusal.response
        }
    }

    private func credentials(_ contractor: Identifier, _ request: Request) async throws -> Response {
        let query = FormFields(request.uri.query ?? "")
        guard !query.hasRepetition, let page = PageLinks(limit: query["limit"], offset: query["offset"]) else {
            return StatusInfo(
                .failure, "invalid_selection_field", "limit is a number from 1 on, and offset one from 0 on."
            ).response(.badRequest)
        }
        let since = query["since"].map { Timestamp($0.replacing(" ", with: "+")) }
        if case .some(.none) = since {
            return StatusInfo(
                .failure, "invalid_filter_field", "since is a moment such as 2026-01-31T00:00:00Z."
            ).response(.badRequest)
        }
        let rows = try await database.run([
            Call(
                AccessStatements.credentials,
                [.uuid(contractor), .timestamptz(since ?? nil), .int8(page.limit), .int8(page.offset)])
        ])[0]
        var total: Int64 = 0
        var body = Array("{\"credential\":[".utf8)
        var isFirst = true
        for row in rows {
            total = try row.int64(0)
            guard let document = try row.optionalBytes(1) else { continue }
            if !isFirst { body.append(UInt8(ascii: ",")) }
            isFirst = false
            body += document
        }
        body += "]}".utf8
        var response = Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
        if let name = HTTPField.Name("x-total-count") { response.headers[name] = "\(total)" }
        if let name = HTTPField.Name("link") {
            response.headers[name] = page.header(
                "\(issuer.base)/ims/ob/v3p0/credentials", total: total, since: query["since"])
        }
        return response
    }

    /// The worker as one system knows them: an id that leads nowhere else, since no name is kept here.
    private func profile(_ contractor: Identifier, _ client: String) -> Response {
        let id = Identifier.derived("open-badges-profile", contractor, client)
        return Response.json(
            .object([
                ("@context", .array([.string("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")])),
                ("id", .string("urn:uuid:\(id)")), ("type", .array([.string("Profile")])),
            ]))
    }
}

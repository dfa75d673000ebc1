import Contracts
import Crypto
import Database
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceRuntime

/// What a verifier reads without an account: credentials, their status, and the issuer's keys (CRD-02).
struct PublicPage: Sendable {
    private let database: Database
    private let issuer: Issuer
    private let keys: [UInt8]

    /// The pages of an issuer.
    init(database: Database, issuer: Issuer, key: SigningKey) {
        self.database = database
        self.issuer = issuer
        keys = issuer.document(key: key).canonical
    }

    /// Adds the addresses; where the public address has a path of its own, the proxy in front takes it off.
    func add(to router: ServiceRouter) {
        router.get("/credentials/:id") { request, context in
            try await credential(try PublicPage.id(context), request)
        }
        router.get("/credentials/:id/status") { _, context in try await status(try PublicPage.id(context)) }
        router.get("/.well-known/did.json") { request, _ in didDocument(request) }
        router.get("/did.json") { request, _ in didDocument(request) }
    }

    private func credential(_ id: Identifier, _ request: Request) async throws -> Response {
        let rows = try await database.run([Call(PublicPageStatements.document, [.uuid(id)])])
        guard let row = rows[0].first else { throw PublicPage.unknown(id) }
        return PublicPage.document(try row.bytes(0), PublicPage.mediaType(request.headers[.accept]), request)
    }

    private func status(_ id: Identifier) async throws -> Response {
        let rows = try await database.run([Call(PublicPageStatements.status, [.uuid(id)])])
        guard let row = rows[0].first else { throw PublicPage.unknown(id) }
        let status = CredentialStanding(
            status: try row.text(0), reason: try row.optionalText(1), since: try row.timestamp(2),
            validFrom: try row.timestamp(3), validUntil: try row.timestamp(4), checkedAt: try row.timestamp(5))
        return PublicPage.open(Response.json(status.json(of: issuer.url(of: id))))
    }

    private func didDocument(_ request: Request) -> Response {
        PublicPage.document(keys, "application/did+ld+json", request)
    }

    /// A document with its entity tag, or only the word that the caller has it already.
    private static func document(_ bytes: [UInt8], _ mediaType: String, _ request: Request) -> Response {
        let tag = "\"\(Hexadecimal.encode(SHA256.hash(data: bytes).prefix(16)))\""
        var response = Response(status: .notModified)
        if !EntityTags.match(request.headers[.ifNoneMatch], tag) {
            response = Response(
                status: .ok, headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "no-cache"
        response.headers[.vary] = "Accept"
        return open(response)
    }

    /// Pages of other origins may read it: there is nothing here that is not for everybody.
    private static func open(_ response: Response) -> Response {
        var response = response
        response.headers[.accessControlAllowOrigin] = "*"
        return response
    }

    /// What a document is sent as: plain JSON to those who ask for that and do not know credentials.
    static func mediaType(_ accept: String?) -> String {
        guard let accept, accept.contains("application/json"), !accept.contains("application/vc") else {
            return "application/vc+ld+json"
        }
        return "application/json"
    }

    private static func id(_ context: ServiceRequestContext) throws -> Identifier {
        guard let text = context.parameters.get("id"), let id = Identifier(text) else {
            throw HTTPError(.notFound, message: "There is no such credential: its id would be a UUID.")
        }
        return id
    }

    private static func unknown(_ id: Identifier) -> HTTPError {
        HTTPError(.notFound, message: "There is no credential \(id).")
    }
}

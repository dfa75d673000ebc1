import Contracts
import Database
import HTTPTypes
import Hummingbird
import LinkedData
import OpenBadges
import ServiceRuntime

/// What a verifier reads without an account: credentials, their status, and the issuer's keys (CRD-02).
struct PublicPage: Sendable {
    let database: Database
    let issuer: Issuer
    let vault: KeyVault

    /// The pages of an issuer, with the vault of the keys that sign tokens.
    init(database: Database, issuer: Issuer, vault: KeyVault) {
        self.database = database
        self.issuer = issuer
        self.vault = vault
    }

    /// Adds the addresses; where the public address has a path of its own, the proxy in front takes it off.
    func add(to router: ServiceRouter) {
        router.get("/credentials/:id") { request, context in
            try await credential(try PublicPage.id(context), request)
        }
        router.get("/credentials/:id/badge.svg") { request, context in
            try badge(try await document(try PublicPage.id(context)), request)
        }
        router.get("/achievements/:programme/:achievement") { request, context in
            try await achievement(context, request)
        }
        router.get("/achievements/:programme/:achievement/image.svg") { request, context in
            try await achievementImage(context, request)
        }
        router.get("/credentials/:id/status") { _, context in try await status(try PublicPage.id(context)) }
        router.get("/status/:number") { request, context in
            try await statusList(try PublicPage.number(context), request)
        }
        router.get("/.well-known/did.json") { request, _ in try await didDocument(request) }
        router.get("/did.json") { request, _ in try await didDocument(request) }
        router.get("/.well-known/jwks.json") { request, _ in
            PublicDocument.response(try issuer.keySet(try await keys()).canonical, "application/jwk-set+json", request)
        }
        router.get("/keys/:id") { request, context in try await key(context.parameters.get("id") ?? "", request) }
    }

    private func credential(_ id: Identifier, _ request: Request) async throws -> Response {
        let loaded = try await database.run([
            Call(PublicPageStatements.document, [.uuid(id)]), Call(KeyStatements.active),
        ])
        guard let row = loaded[0].first else { throw PublicPage.unknown(id) }
        let document = try row.bytes(0)
        let form = DocumentForm(accepting: request.headers[.accept])
        if form == .page { return try await page(id, document, request) }
        guard form == .token else { return PublicDocument.response(document, form.mediaType, request) }
        let signer = CredentialSigner(issuer: issuer, keys: try KeyRing(loaded[1], vault))
        let token = try signer.token(try JSON.parse(document))
        return PublicDocument.response(Array(token.utf8), form.mediaType, request)
    }

    private func document(_ id: Identifier) async throws -> [UInt8] {
        let rows = try await database.run([Call(PublicPageStatements.document, [.uuid(id)])])
        guard let row = rows[0].first else { throw PublicPage.unknown(id) }
        return try row.bytes(0)
    }

    private func status(_ id: Identifier) async throws -> Response {
        let rows = try await database.run([Call(PublicPageStatements.status, [.uuid(id)])])
        guard let row = rows[0].first else { throw PublicPage.unknown(id) }
        return PublicDocument.open(Response.json(try CredentialStanding(row: row).json(of: issuer.url(of: id))))
    }

    private func statusList(_ number: Int64, _ request: Request) async throws -> Response {
        let rows = try await database.run([Call(StatusStatements.served, [.int8(number)])])
        guard let row = rows[0].first else {
            throw HTTPError(.notFound, message: "There is no status list \(number), or none yet.")
        }
        var form = DocumentForm(accepting: request.headers[.accept])
        if form == .page { form = .json }
        let bytes = form == .token ? Array(try row.text(1).utf8) : try row.bytes(0)
        return PublicDocument.response(bytes, form.mediaType, request, keep: 60)
    }

    /// Every key with its state.
    func keys() async throws -> [PublishedKey] {
        var keys: [PublishedKey] = []
        for row in try await database.run([Call(KeyStatements.published)])[0] {
            if let key = try PublishedKey(row: row) { keys.append(key) }
        }
        // Before the first keys are on record they sign already.
        for algorithm in KeyAlgorithm.allCases where !keys.contains(where: { $0.algorithm == algorithm }) {
            let (id, publicKey) = try algorithm.identity(of: vault.firstSecret(algorithm))
            keys.append(PublishedKey(id: id, algorithm: algorithm, state: .active, publicKey: publicKey))
        }
        return keys
    }

    private func didDocument(_ request: Request) async throws -> Response {
        PublicDocument.response(
            try issuer.document(try await keys()).canonical, "application/did+ld+json", request)
    }

    /// One key by itself: what a token's `kid` leads to; a compromised one leads nowhere.
    private func key(_ id: String, _ request: Request) async throws -> Response {
        let keys = try await keys()
        guard let key = keys.first(where: { $0.id == id }) else {
            throw HTTPError(.notFound, message: "There is no such key.")
        }
        guard key.state != .compromised else {
            throw HTTPError(.gone, message: "This key is compromised; nothing that it signed can be believed.")
        }
        return PublicDocument.response(
            try key.jwk(keyID: issuer.keyURL(key.id)).canonical, "application/jwk+json", request)
    }

    private static func id(_ context: ServiceRequestContext) throws -> Identifier {
        guard let text = context.parameters.get("id"), let id = Identifier(text) else {
            throw HTTPError(.notFound, message: "There is no such credential: its id would be a UUID.")
        }
        return id
    }

    private static func number(_ context: ServiceRequestContext) throws -> Int64 {
        guard let text = context.parameters.get("number"), let number = Int64(text), number >= 0 else {
            throw HTTPError(.notFound, message: "There is no such status list: its name would be a number.")
        }
        return number
    }

    private static func unknown(_ id: Identifier) -> HTTPError {
        HTTPError(.notFound, message: "There is no credential \(id).")
    }
}

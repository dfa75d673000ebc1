import Contracts
import Database
import HTTPTypes
import Hummingbird
import LinkedData
import OpenBadges
import ServiceRuntime

/// What a verifier reads without an account: credentials that are shared, their status, and the issuer's keys (CRD-02).
struct PublicPage: Sendable {
    let database: Database
    let issuer: Issuer
    let vault: KeyVault
    let door: WorkerDoor

    /// The pages of an issuer, with the vault of the keys that sign tokens.
    init(database: Database, issuer: Issuer, vault: KeyVault) {
        self.database = database
        self.issuer = issuer
        self.vault = vault
        door = WorkerDoor(database: database, issuer: issuer, vault: vault)
    }

    /// Adds the addresses; where the public address has a path of its own, the proxy in front takes it off.
    func add(to router: ServiceRouter) {
        router.get("/credentials/:id") { request, context in
            try await credential(try PublicPage.id(context), request)
        }
        router.get("/credentials/:id/badge.svg") { request, context in
            let readable = try await readable(try PublicPage.id(context), request)
            return readable.response(
                PublicDocument.response(try drawing(readable.document).baked, "image/svg+xml", request))
        }
        router.get("/credentials/:id/badge.png") { request, context in
            let readable = try await readable(try PublicPage.id(context), request)
            return readable.response(
                PublicDocument.response(try drawing(readable.document).bakedPicture, "image/png", request))
        }
        router.get("/achievements/:programme/:achievement") { request, context in
            try await achievement(context, request)
        }
        router.get("/achievements/:programme/:achievement/image.svg") { request, context in
            try await achievementImage(context, request)
        }
        router.get("/credentials/:id/status") { request, context in
            let id = try PublicPage.id(context)
            let readable = try await readable(id, request)
            return readable.response(
                PublicDocument.open(Response.json(readable.standing.json(of: issuer.url(of: id)))))
        }
        router.get("/recognition") { request, _ in try await recognition(request) }
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
        let readable = try await readable(id, request)
        let form = DocumentForm(accepting: request.headers[.accept])
        if form == .page { return readable.response(try await page(id, readable, request)) }
        guard form == .token else {
            return readable.response(PublicDocument.response(readable.document, form.mediaType, request))
        }
        let token = try await signer().token(try JSON.parse(readable.document))
        return readable.response(PublicDocument.response(Array(token.utf8), form.mediaType, request))
    }

    /// The signer with the keys of the moment.
    func signer() async throws -> CredentialSigner {
        let active = try await database.run([Call(KeyStatements.active)])[0]
        return CredentialSigner(issuer: issuer, keys: try KeyRing(active, vault))
    }

    /// A credential, for whoever may read it: whether one that is not shared exists is nobody's business.
    private func readable(_ id: Identifier, _ request: Request) async throws -> ReadableCredential {
        let worker = try await door.worker(request)
        let rows = try await database.run([
            Call(PublicPageStatements.document, [.uuid(id), .uuid(worker?.contractor)]),
            Call(PublicPageStatements.tombstone, [.uuid(id)]),
        ])
        if let row = rows[0].first { return try ReadableCredential(row: row) }
        throw rows[1].isEmpty
            ? PublicPage.unknown
            : HTTPError(.gone, message: "There is nothing at this address any more.")
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

    /// The id in an address.
    static func id(_ context: ServiceRequestContext) throws -> Identifier {
        guard let text = context.parameters.get("id"), let id = Identifier(text) else { throw unknown }
        return id
    }

    private static func number(_ context: ServiceRequestContext) throws -> Int64 {
        guard let text = context.parameters.get("number"), let number = Int64(text), number >= 0 else {
            throw HTTPError(.notFound, message: "There is no such status list: its name would be a number.")
        }
        return number
    }

    /// One sentence for a credential that is not there and for one that is not shared.
    static var unknown: HTTPError {
        HTTPError(.notFound, message: "There is no such credential, or its holder does not share it.")
    }
}

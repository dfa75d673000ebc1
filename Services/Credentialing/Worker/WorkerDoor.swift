import Contracts
import Crypto
import Database
import Foundation
import HTTPTypes
import Hummingbird
import OpenBadges
import Pages
import ServiceRuntime

/// How a worker comes in: by a personal link, whose token stays in a cookie afterwards.
struct WorkerDoor: Sendable {
    /// The name of the cookie.
    static let cookie = "guildhall_me"
    /// What the key of links is derived for; the operator's command derives the same.
    static let purpose = "guildhall worker links/1"

    private let database: Database
    private let base: String
    private let linkKey: [UInt8]
    private let formKey: SymmetricKey

    /// The door of an issuer.
    init(database: Database, issuer: Issuer, vault: KeyVault) {
        self.database = database
        base = issuer.base
        linkKey = vault.derived(WorkerDoor.purpose)
        formKey = SymmetricKey(data: vault.derived("guildhall worker forms/1"))
    }

    /// Who asks; nil for a stranger, and for a link that ran out or was withdrawn.
    func worker(_ request: Request) async throws -> Worker? {
        guard let token = request.cookies[WorkerDoor.cookie]?.value else { return nil }
        return try await worker(token: token)
    }

    /// One who came in, or a plain refusal.
    func known(_ request: Request) async throws -> Worker {
        guard let worker = try await worker(request) else {
            throw HTTPError(.forbidden, message: PageTexts.english[.linkNeeded])
        }
        return worker
    }

    /// A form of the worker's own page, with who sent it.
    func form(_ request: Request) async throws -> (worker: Worker, body: FormBody) {
        let worker = try await known(request)
        let body = FormBody(Array(buffer: try await request.body.collect(upTo: WorkerDoor.formLimit)))
        guard worker.owns(formToken: body["form"]) else {
            throw HTTPError(.forbidden, message: "This form is none of your page's; open the page again.")
        }
        return (worker, body)
    }

    private static let formLimit = 16_384

    /// The contractor whose browser it is, for whoever asks for no more than that.
    func contractor(of request: Request) async throws -> Identifier? { try await worker(request)?.contractor }

    /// Whose token it is.
    func worker(token: String) async throws -> Worker? {
        guard let link = PersonalLink(token: token, key: linkKey) else { return nil }
        let rows = try await database.run([
            Call(LinkStatements.holds, [.uuid(link.subject), .int8(link.version), .timestamptz(link.expires)])
        ])
        guard let row = rows[0].first else { return nil }
        let code = HMAC<SHA256>.authenticationCode(for: Data(token.utf8), using: formKey)
        return Worker(
            contractor: link.subject, formToken: Data(code).base64EncodedString(), now: try row.timestamp(0),
            expires: link.expires)
    }

    /// The field that keeps a token, or takes it away.
    ///
    /// `Lax`, since a system that asks for the worker's leave sends the browser here; every form carries a token of its own.
    func field(_ token: String, seconds: Int64) -> String {
        "\(WorkerDoor.cookie)=\(token); Path=/; Max-Age=\(max(0, seconds)); HttpOnly; SameSite=Lax"
            + (isLoopback ? "" : "; Secure")
    }

    /// Whether the public address is plain HTTP on this machine, where browsers keep no secure cookie.
    private var isLoopback: Bool {
        ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { origin in
            base == origin || base.hasPrefix(origin + ":") || base.hasPrefix(origin + "/")
        }
    }
}

/// A worker who came in by a personal link.
struct Worker: Sendable {
    /// The contractor.
    let contractor: Identifier
    /// What the worker's own forms carry, so that nobody else's count.
    let formToken: String
    /// The database's clock.
    let now: Timestamp
    /// Until when the link holds.
    let expires: Timestamp

    /// Whether a form is one of the worker's own pages; compared without telling where two differ.
    func owns(formToken given: String?) -> Bool {
        guard let given, given.utf8.count == formToken.utf8.count else { return false }
        return zip(given.utf8, formToken.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

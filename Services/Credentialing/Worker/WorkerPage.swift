import Contracts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import LinkedData
import Pages
import ServiceRuntime

/// The addresses of "my credentials": a personal link in, a page, forms that need no script, downloads.
struct WorkerPage: Sendable {
    /// The forms on the page.
    private static let wishes: Set<CredentialRequest.Kind> = [
        .share, .unshare, .releaseEvidence, .withholdEvidence, .list, .unlist,
    ]

    /// What strangers read, whose issuer, keys and door these pages share.
    let pages: PublicPage
    /// How long a form waits for its answer before the page says that it is still to come.
    var patience = Duration.seconds(5)

    /// Adds the addresses.
    func add(to router: ServiceRouter) {
        router.get("/me") { request, _ in try await home(request) }
        router.get("/me/export.json") { request, _ in try await export(request) }
        router.get("/me/:token") { request, context in
            try await enter(context.parameters.get("token") ?? "", request)
        }
        router.post("/me/leave") { request, _ in try await leave(request) }
        router.post("/me/credentials/:id") { request, context in
            try await wish(try PublicPage.id(context), request)
        }
        router.get("/me/credentials/:id/:file") { request, context in
            try await download(try PublicPage.id(context), context.parameters.get("file") ?? "", request)
        }
    }

    private var base: String { pages.issuer.base }

    // MARK: Coming and going

    /// Takes the token out of the address and into a cookie.
    ///
    /// The way on is a refresh and no redirect, so that the browser has the cookie before it asks again.
    private func enter(_ token: String, _ request: Request) async throws -> Response {
        let texts = PageTexts(accepting: request.headers[.acceptLanguage])
        guard let worker = try await pages.door.worker(token: token) else { return notice(.linkNeeded, texts) }
        let address = Markup.escaped("\(base)/me")
        var response = PageStyle.common.response(
            PageStyle.common.page(
                title: texts[.myCredentials],
                head:
                    "<meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0;url=\(address)\">",
                main:
                    "<h1>\(texts[.myCredentials])</h1><p><a class=\"button\" href=\"\(address)\">\(texts[.open])</a></p>",
                texts), texts)
        let seconds = (worker.expires.microseconds - worker.now.microseconds) / 1_000_000
        response.headers[.setCookie] = pages.door.field(token, seconds: seconds)
        return response
    }

    private func leave(_ request: Request) async throws -> Response {
        let texts = PageTexts(accepting: request.headers[.acceptLanguage])
        _ = try await pages.door.form(request)
        var response = notice(.left, texts, status: .ok)
        response.headers[.setCookie] = pages.door.field("", seconds: 0)
        return response
    }

    private func notice(
        _ phrase: Phrase, _ texts: PageTexts, status: HTTPResponse.Status = .forbidden
    ) -> Response {
        PageStyle.common.response(
            PageStyle.common.page(
                title: texts[.myCredentials], head: "<meta name=\"robots\" content=\"noindex\">",
                main: "<h1>\(texts[.myCredentials])</h1><p class=\"note\">\(texts[phrase])</p>", texts), texts,
            status: status)
    }

    // MARK: Reading

    private func home(_ request: Request) async throws -> Response {
        let texts = PageTexts(accepting: request.headers[.acceptLanguage])
        guard let worker = try await pages.door.worker(request) else { return notice(.linkNeeded, texts) }
        let (credentials, outside) = try await holdings(worker)
        let leaves = try await pages.database.run([Call(AccessStatements.leaves, [.uuid(worker.contractor)])])[0]
        var page = WorkerHTML(
            issuer: pages.issuer, worker: worker, credentials: credentials, outside: outside,
            systems: try leaves.map { try SystemLeave(row: $0) }, texts: texts)
        switch request.uri.queryParameters["note"] {
        case "waiting": page.note = .stillWorking
        case "name": page.note = .nameNeeded
        default: break
        }
        return PageStyle.common.response(page.html, texts)
    }

    private func holdings(_ worker: Worker) async throws -> ([WorkerCredential], [RecognisedCredential]) {
        let rows = try await pages.database.run([
            Call(WorkerStatements.credentials, [.uuid(worker.contractor), .uuid(nil)]),
            Call(OutsideStatements.list, [.uuid(worker.contractor)]),
        ])
        return (
            try rows[0].map { try WorkerCredential(row: $0) }, try rows[1].map { try RecognisedCredential(row: $0) }
        )
    }

    private func download(_ id: Identifier, _ file: String, _ request: Request) async throws -> Response {
        let worker = try await pages.door.known(request)
        let rows = try await pages.database.run([
            Call(WorkerStatements.credentials, [.uuid(worker.contractor), .uuid(id)])
        ])
        guard let row = rows[0].first else { throw PublicPage.unknown }
        let credential = try WorkerCredential(row: row)
        let (bytes, mediaType): ([UInt8], String)
        switch file {
        case "credential.json": (bytes, mediaType) = (credential.bytes, "application/vc")
        case "credential.jwt":
            (bytes, mediaType) = (Array(try await pages.signer().token(credential.document).utf8), "application/vc+jwt")
        case "badge.svg": (bytes, mediaType) = (try pages.drawing(credential.bytes).baked, "image/svg+xml")
        case "badge.png": (bytes, mediaType) = (try pages.drawing(credential.bytes).bakedPicture, "image/png")
        default: throw PublicPage.unknown
        }
        return WorkerPage.personal(bytes, mediaType, name: "\(id)-\(file)")
    }

    private func export(_ request: Request) async throws -> Response {
        let worker = try await pages.door.known(request)
        let (credentials, outside) = try await holdings(worker)
        let export = CredentialExport(pages: pages, credentials: credentials, outside: outside, now: worker.now)
        return WorkerPage.personal(try await export.document().canonical, "application/json", name: "credentials.json")
    }

    /// A file for the worker alone.
    private static func personal(_ bytes: [UInt8], _ mediaType: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .init(byteBuffer: .init(bytes: bytes)))
    }

    // MARK: Asking

    private func wish(_ id: Identifier, _ request: Request) async throws -> Response {
        let (worker, body) = try await pages.door.form(request)
        guard let kind = body["wish"].flatMap(CredentialRequest.Kind.init), WorkerPage.wishes.contains(kind) else {
            throw HTTPError(.badRequest, message: "The page has no such form.")
        }
        let owners = try await pages.database.run([
            Call(WorkerStatements.owner, [.uuid(worker.contractor), .uuid(id)])
        ])
        guard let contractor = try owners[0].first?.identifier(0) else { throw PublicPage.unknown }
        let name = ShareChange.name(body["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if kind == .list, name.isEmpty { return seeOther("/me?note=name#c-\(id)") }
        var random = SystemRandomNumberGenerator()
        let wish = Identifier.v7(at: worker.now, random: &random)
        _ = try await pages.database.run([
            Call(
                WorkerStatements.ask,
                [
                    .uuid(wish), .uuid(id), .text(kind.rawValue), .text(kind == .list ? name : nil),
                    .int4(Int32(Partition(of: contractor).number)),
                ])
        ])
        return seeOther(try await isAnswered(wish) ? "/me#c-\(id)" : "/me?note=waiting#c-\(id)")
    }

    /// Waits for the rules to answer, which takes as long as the next look for timers.
    private func isAnswered(_ wish: Identifier) async throws -> Bool {
        let end = ContinuousClock.now.advanced(by: patience)
        repeat {
            if try await !pages.database.run([Call(WorkerStatements.answer, [.uuid(wish)])])[0].isEmpty { return true }
            try await Task.sleep(for: .milliseconds(100))
        } while ContinuousClock.now < end
        return false
    }

    private func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: base + path])
    }
}

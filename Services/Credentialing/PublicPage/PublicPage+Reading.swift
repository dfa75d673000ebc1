import Contracts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import LinkedData
import OpenBadges
import Pages
import ServiceRuntime

extension PublicPage {
    /// The page for people.
    func page(_ id: Identifier, _ readable: ReadableCredential, _ request: Request) async throws -> Response {
        var page = CredentialPage(
            document: try JSON.parse(readable.document), standing: readable.standing, url: issuer.url(of: id))
        page.texts = PageTexts(accepting: request.headers[.acceptLanguage], otherwise: page.language)
        page.isShared = readable.isShared
        page.showsEvidence = readable.showsEvidence
        if request.uri.queryParameters["verify"] != nil {
            page.report = await verify(readable.document, at: readable.standing.checkedAt)
        }
        return PageStyle.common.response(page.html, page.texts)
    }

    /// Those who agreed to be listed.
    func recognition(_ request: Request) async throws -> Response {
        let rows = try await database.run([Call(ShareStatements.listed)])[0]
        var page = RecognitionPage(issuer: issuer)
        page.texts = PageTexts(accepting: request.headers[.acceptLanguage])
        page.entries = try rows.map { row in
            let document = try JSON.parse(try row.bytes(2))
            return RecognitionPage.Entry(
                name: try row.text(0), credential: document["name"]?.text ?? "",
                language: document["credentialSubject"]?["achievement"]?["inLanguage"]?.text,
                url: issuer.url(of: try row.identifier(1)), day: try row.timestamp(3).day.description)
        }
        return PageStyle.common.response(page.html, page.texts)
    }

    /// Verifies a document of ours as a stranger would, except that nothing leaves the house.
    func verify(_ document: [UInt8], at now: Timestamp) async -> VerificationReport {
        let source = CredentialSource { url, _ in
            do {
                guard let page = try await local(url) else {
                    return .failure(.unavailable("\(url) is not ours, and nobody else is asked from here"))
                }
                return .success(page)
            } catch let failure as CredentialSource.Failure {
                return .failure(failure)
            } catch {
                return .failure(.unavailable("the database does not answer"))
            }
        }
        return await BadgeVerifier(source: source, now: Moment(seconds: now.microseconds / 1_000_000)).verify(document)
    }

    /// What one of our own public addresses serves.
    private func local(_ url: String) async throws -> [UInt8]? {
        if url.hasSuffix("/did.json") { return try issuer.document(try await keys()).canonical }
        let lists = "\(issuer.base)/status/"
        guard url.hasPrefix(lists), let number = Int64(url.dropFirst(lists.count)) else { return nil }
        let rows = try await database.run([Call(StatusStatements.served, [.int8(number)])])[0]
        guard let row = rows.first else { throw CredentialSource.Failure.unavailable("the list is not published yet") }
        return try row.bytes(0)
    }

    /// The badge's picture, with the signed credential to be baked into it (CRD-03).
    func drawing(_ document: [UInt8]) throws -> CredentialImage {
        try CredentialImage(document, issuer: issuer.name)
    }

    /// What is achieved, by its id: the same for all who achieved it.
    func achievement(_ context: ServiceRequestContext, _ request: Request) async throws -> Response {
        let (achievement, _) = try await achieved(context)
        return PublicDocument.response(achievement.canonical, "application/json", request, keep: 300)
    }

    /// The picture of an achievement.
    func achievementImage(_ context: ServiceRequestContext, _ request: Request) async throws -> Response {
        let (achievement, name) = try await achieved(context)
        let drawing = BadgeDrawing(achievement: achievement, name: nil, issuer: name)
        return PublicDocument.response(Array(drawing.svg.utf8), "image/svg+xml", request, keep: 300)
    }

    private func achieved(_ context: ServiceRequestContext) async throws -> (JSON, String) {
        let programme = context.parameters.get("programme")?.removingPercentEncoding ?? ""
        let achievement = context.parameters.get("achievement")?.removingPercentEncoding ?? ""
        let rows = try await database.run([
            Call(PublicPageStatements.achievement, [.text(programme), .text(achievement)])
        ])[0]
        guard let row = rows.first, let found = try JSON.parse(try row.bytes(0))["credentialSubject"]?["achievement"]
        else { throw HTTPError(.notFound, message: "Nobody has achieved that, or nobody yet.") }
        return (found, issuer.name)
    }
}

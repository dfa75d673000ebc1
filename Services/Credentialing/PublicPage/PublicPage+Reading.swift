import Contracts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import LinkedData
import OpenBadges
import ServiceRuntime

extension PublicPage {
    /// The page for people.
    func page(_ id: Identifier, _ document: [UInt8], _ request: Request) async throws -> Response {
        let rows = try await database.run([Call(PublicPageStatements.status, [.uuid(id)])])
        guard let row = rows[0].first else { throw HTTPError(.notFound, message: "There is no credential \(id).") }
        let standing = try CredentialStanding(row: row)
        var page = CredentialPage(
            document: try JSON.parse(document), standing: standing, url: issuer.url(of: id))
        if request.uri.queryParameters["verify"] != nil {
            page.report = await verify(document, at: standing.checkedAt)
        }
        var response = Response.html(page.html)
        response.headers[.contentSecurityPolicy] = CredentialPage.policy
        response.headers[.vary] = "Accept"
        return response
    }

    /// Verifies a document of ours as a stranger would, except that nothing leaves the house.
    func verify(_ document: [UInt8], at now: Timestamp) async -> VerificationReport {
        let source = CredentialSource { url, _ in
            do {
                guard let page = try await local(url) else {
                    return .failure(.refused("\(url) is none of our addresses"))
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

    /// The badge's picture with the signed credential in it (CRD-03).
    func badge(_ document: [UInt8], _ request: Request) throws -> Response {
        let members = try JSON.parse(document)
        let drawing = BadgeDrawing(
            name: members["name"]?.text ?? "", issuer: members["issuer"]?["name"]?.text ?? issuer.name,
            awarded: members["awardedDate"]?.text.map { String($0.prefix(10)) })
        let baked = try BakedImage.bake(
            String(decoding: document, as: UTF8.self), isToken: false, svg: drawing.svg)
        return PublicDocument.response(Array(baked.utf8), "image/svg+xml", request)
    }

    /// What is achieved, by its id: the same for all who achieved it.
    func achievement(_ context: ServiceRequestContext, _ request: Request) async throws -> Response {
        let (achievement, _) = try await achieved(context)
        return PublicDocument.response(achievement.canonical, "application/json", request, keep: 300)
    }

    /// The picture of an achievement.
    func achievementImage(_ context: ServiceRequestContext, _ request: Request) async throws -> Response {
        let (achievement, name) = try await achieved(context)
        let drawing = BadgeDrawing(name: achievement["name"]?.text ?? "", issuer: name)
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

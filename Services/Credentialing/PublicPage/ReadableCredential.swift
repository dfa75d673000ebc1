import Database
import HTTPTypes
import Hummingbird

/// A credential that the reader may read.
struct ReadableCredential {
    /// The signed document.
    let document: [UInt8]
    /// Whether it stands.
    let standing: CredentialStanding
    /// Whether everybody may read it; if not, the reader is its holder.
    let isShared: Bool
    /// Whether its evidence is shown.
    let showsEvidence: Bool

    /// A credential of a row of ``PublicPageStatements/document``.
    init(row: Row) throws {
        standing = try CredentialStanding(row: row)
        document = try row.bytes(7)
        isShared = try row.bool(8)
        showsEvidence = try row.bool(9)
    }

    /// An answer about it, which no one keeps and no other origin reads unless it is shared.
    func response(_ response: Response) -> Response {
        guard !isShared else { return response }
        var response = response
        response.headers[.cacheControl] = "no-store"
        response.headers[.accessControlAllowOrigin] = nil
        return response
    }
}

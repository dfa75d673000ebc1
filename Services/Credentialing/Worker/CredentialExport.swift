import Contracts
import Database
import Foundation
import LinkedData
import OpenBadges
import ServiceRuntime

/// Everything a worker holds in one document, which is enough to verify it when the issuer is gone (CRD-03).
struct CredentialExport {
    /// What strangers read, for issuer, keys and pictures.
    let pages: PublicPage
    /// What the worker holds.
    let credentials: [WorkerCredential]
    /// What others issued and a person recognised.
    let outside: [RecognisedCredential]
    /// When.
    let now: Timestamp

    private static let hint = """
        Each credential is a W3C Verifiable Credential and an Open Badge 3.0; 'token' is the same as a JWT, and the \
        images hold it too. To verify one without its issuer, take the keys from 'issuer.didDocument' (embedded proof) \
        or 'issuer.keySet' (token), and the revocation status as of the export from 'statusLists'.
        """

    /// The document.
    func document() async throws -> JSON {
        let signer = try await pages.signer()
        let keys = try await pages.keys()
        let ids = credentials.map(\.id)
        let lists = try await pages.database.run([Call(WorkerStatements.lists, [.uuids(ids)])])[0]
        return [
            "exportedAt": .text(UTCText.seconds(now)),
            "howToVerify": .text(CredentialExport.hint),
            "issuer": [
                "id": .text(pages.issuer.id), "name": .text(pages.issuer.name),
                "didDocument": try pages.issuer.document(keys), "keySet": try pages.issuer.keySet(keys),
            ],
            "credentials": .list(try credentials.map { try entry($0, signer) }),
            "statusLists": .object(
                try Dictionary(
                    lists.map { row in
                        (pages.issuer.url(ofStatusList: try row.int64(0)), try JSON.parse(try row.bytes(1)))
                    }, uniquingKeysWith: { first, _ in first })),
            "outsideCredentials": .list(try outside.map(entry)),
        ]
    }

    private func entry(_ credential: WorkerCredential, _ signer: CredentialSigner) throws -> JSON {
        let image = try pages.drawing(credential.bytes)
        var members: [String: JSON] = [
            "credential": credential.document, "token": .text(try signer.token(credential.document)),
            "status": try JSON.parse(credential.standing.json(of: pages.issuer.url(of: credential.id)).bytes),
            "shared": .truth(credential.isShared), "evidenceShown": .truth(credential.showsEvidence),
            "images": [
                "svg": .text(CredentialExport.address(try image.baked, "image/svg+xml")),
                "png": .text(CredentialExport.address(try image.bakedPicture, "image/png")),
            ],
        ]
        if let listedAs = credential.listedAs { members["listedAs"] = .text(listedAs) }
        return .object(members)
    }

    private func entry(_ credential: RecognisedCredential) throws -> JSON {
        [
            "name": .text(credential.name), "issuer": .text(credential.issuer),
            "recognisedFor": .text(credential.competency), "recognisedOn": .text(credential.day),
            "verification": try JSON.parse(credential.report),
            "file": .text(CredentialExport.address(credential.document, "application/octet-stream")),
        ]
    }

    private static func address(_ bytes: [UInt8], _ mediaType: String) -> String {
        "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
    }
}

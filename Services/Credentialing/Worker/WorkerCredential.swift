import Contracts
import Database
import LinkedData

/// A credential as its worker sees it.
struct WorkerCredential {
    /// Its id.
    let id: Identifier
    /// The signed document.
    let bytes: [UInt8]
    /// The same, read.
    let document: JSON
    /// Whether it stands.
    let standing: CredentialStanding
    /// Whether everybody may read it.
    let isShared: Bool
    /// Whether its evidence is shown.
    let showsEvidence: Bool
    /// The name under which it is listed.
    let listedAs: String?

    /// What it is called.
    var name: String { document["name"]?.text ?? "" }
    /// What it is about.
    var description: String { document["description"]?.text ?? "" }
    /// The day on which it was awarded.
    var awarded: String { String((document["awardedDate"]?.text ?? "").prefix(10)) }
    /// Whether there is evidence to show.
    var hasEvidence: Bool { !(document["evidence"]?.elements ?? []).isEmpty }
    /// The language of its texts.
    var language: String? { document["credentialSubject"]?["achievement"]?["inLanguage"]?.text }

    /// A credential of a row of ``WorkerStatements/credentials``.
    init(row: Row) throws {
        standing = try CredentialStanding(row: row)
        id = try row.identifier(7)
        bytes = try row.bytes(8)
        document = try JSON.parse(bytes)
        isShared = try row.bool(9)
        showsEvidence = try row.bool(10)
        listedAs = try row.optionalText(11)
    }
}

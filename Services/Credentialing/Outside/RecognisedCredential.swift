import Contracts
import Database
import LinkedData

/// A credential of another issuer that a person recognised, as its worker reads it and takes it along (CRD-28).
struct RecognisedCredential {
    /// What it is called.
    let name: String
    /// Who issued it.
    let issuer: String
    /// What it was recognised for.
    let competency: String
    /// When.
    let day: String
    /// The credential, as it was handed in.
    let document: [UInt8]
    /// What verifying it came to, check by check.
    let report: String

    /// A credential of a row of ``OutsideStatements/list``.
    init(row: Row) throws {
        competency = "\(try row.text(1))/\(try row.text(2))"
        document = try row.bytes(3)
        name = try row.text(4)
        issuer = try row.text(5)
        report = try row.text(7)
        day = try row.timestamp(8).day.description
    }
}

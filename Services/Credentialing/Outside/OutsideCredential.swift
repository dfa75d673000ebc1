import Contracts
import Database

/// A credential of another issuer that somebody wants recognised, as the rule sees it (CRD-28).
struct OutsideCredential: Hashable, Sendable {
    /// The programme of the competency that it is to stand for.
    let programme: String
    /// The pathway of that programme.
    let pathway: String
    /// Who issued it.
    let issuer: String
    /// What verifying it came to.
    let verdict: String
    /// The SHA-256 of the document.
    let digest: String
    /// The checks that could not be made and that a person accepted, separated by spaces.
    let acceptedUnknown: String
    /// Whether it is recognised for the same competency already.
    let isKnown: Bool

    /// Whether a person may decide to recognise it: verified, or unknown in checks that the person named.
    var isAcceptable: Bool {
        verdict == "valid" || (verdict == "unknown" && !acceptedUnknown.isEmpty)
    }
}

extension OutsideCredential {
    /// The outside credential of a row of ``RequestStatements/load``, if it has one.
    init?(row: Row) throws {
        guard let programme = try row.optionalText(8) else { return nil }
        self.init(
            programme: programme, pathway: try row.text(9), issuer: try row.text(10), verdict: try row.text(11),
            digest: try row.text(12), acceptedUnknown: try row.text(13), isKnown: try row.bool(14))
    }
}

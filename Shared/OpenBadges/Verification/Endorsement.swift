import LinkedData

/// The word of somebody who stands beside the issuer of a credential (CRD-27; Open Badges 3.0, `EndorsementCredential`).
public struct Endorsement: Hashable, Sendable {
    /// The endorser's id.
    public let issuer: String?
    /// What the endorser is called, by its own word.
    public let name: String?
    /// What it says.
    public let comment: String?
    /// Whether it is genuine; nil where nobody looked.
    public internal(set) var check: VerificationCheck?

    /// The endorsements within a credential, as they are written; at most ``limit`` of them.
    public static func read(from credential: JSON) -> [Endorsement] {
        tokens(of: credential).map { Endorsement(payload: try? SignedToken($0).payload) }
    }

    /// The number of endorsements that are looked at: each may lead to an address of its own.
    public static let limit = 8

    init(payload: [String: JSON]?, check: VerificationCheck? = nil) {
        issuer = payload.flatMap(CredentialRules.issuer)
        name = payload?["issuer"]?["name"]?.text
        comment = payload?["credentialSubject"]?["endorsementComment"]?.text
        self.check = check
    }

    /// The tokens of a credential and of its achievement.
    static func tokens(of credential: JSON) -> [String] {
        let places = [credential, credential["credentialSubject"]?["achievement"]].compactMap { $0 }
        return Array(places.flatMap { ($0["endorsementJwt"]?.elements ?? []).compactMap(\.text) }.prefix(limit))
    }
}

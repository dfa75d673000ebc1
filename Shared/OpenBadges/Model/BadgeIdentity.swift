import Crypto
import LinkedData

/// The holder, named by a hash that only those can check who know the name already.
public struct BadgeIdentity: Hashable, Sendable, QuadWritable {
    /// `sha256$` and the hexadecimal hash of name and salt.
    public var identityHash: String
    /// The kind of name.
    public var identityType: String
    /// The salt.
    public var salt: String

    /// The hash of a name and a salt.
    public init(hashing name: String, salt: String, identityType: String) {
        identityHash = "sha256$" + Hexadecimal.encode(SHA256.hash(data: Array((name + salt).utf8)))
        self.identityType = identityType
        self.salt = salt
    }

    /// Writes it as JSON.
    public func write(into json: inout CanonicalWriter) {
        json.object { json in
            json.member("hashed", value: true)
            json.member("identityHash", identityHash)
            json.member("identityType", identityType)
            json.member("salt", salt)
            json.member("type", "IdentityObject")
        }
    }

    /// Writes it as statements.
    public func write(into sheet: inout QuadSheet) -> QuadSheet.Node {
        let node = sheet.node(nil)
        sheet.add(node, type: "<https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject>")
        sheet.add(node, Vocabulary.hashed, text: "true", Vocabulary.Datatype.boolean)
        sheet.add(node, Vocabulary.identityHash, text: identityHash)
        sheet.add(node, Vocabulary.identityType, text: identityType)
        sheet.add(node, Vocabulary.salt, text: salt)
        return node
    }
}

import Crypto
import LinkedData

/// A P-256 public key as a JSON Web Key.
public struct ECKey: Sendable {
    /// The key.
    public let key: P256.Signing.PublicKey

    /// The JSON Web Key of a key.
    public init(_ key: P256.Signing.PublicKey) {
        self.key = key
    }

    /// A key from a JSON Web Key; one with a secret in it, or for another use, is refused.
    public init(jwk: JSON) throws {
        guard let members = jwk.object else { throw OpenBadgeError("key", "a key is an object") }
        guard members["keys"] == nil else { throw OpenBadgeError("key", "a set of keys stands where one key should") }
        let secrets = ["d", "k", "p", "q", "dp", "dq", "qi", "oth", "priv"]
        if let secret = secrets.first(where: { members[$0] != nil }) {
            throw OpenBadgeError("key", "the key shows its secret part \(secret)")
        }
        guard members["kty"] == "EC", members["crv"] == "P-256" else {
            throw OpenBadgeError("key", "the key is not of the curve P-256")
        }
        guard members["use"] == nil || members["use"] == "sig", members["alg"] == nil || members["alg"] == "ES256"
        else { throw OpenBadgeError("key", "the key is for another use") }
        guard let x = members["x"]?.text.flatMap(Base64URL.decode),
            let y = members["y"]?.text.flatMap(Base64URL.decode),
            x.count == 32, y.count == 32
        else { throw OpenBadgeError("key", "the key's coordinates are no 32 bytes each") }
        do {
            key = try P256.Signing.PublicKey(rawRepresentation: x + y)
        } catch {
            throw OpenBadgeError("key", "the key is no point of the curve")
        }
    }

    private var coordinates: (x: String, y: String) {
        let raw = Array(key.rawRepresentation)
        return (Base64URL.encode(raw.prefix(32)), Base64URL.encode(raw.suffix(32)))
    }

    /// Its thumbprint (RFC 7638).
    public var thumbprint: String {
        let required: JSON = ["crv": "P-256", "kty": "EC", "x": .text(coordinates.x), "y": .text(coordinates.y)]
        return Base64URL.encode(SHA256.hash(data: required.canonical))
    }

    /// The public JSON Web Key.
    ///
    /// - Parameter id: what tokens call it.
    public func jwk(id: String) -> JSON {
        [
            "kty": "EC", "crv": "P-256", "x": .text(coordinates.x), "y": .text(coordinates.y), "kid": .text(id),
            "alg": "ES256", "use": "sig",
        ]
    }
}

import Crypto
import Foundation
import LinkedData

/// A credential as a signed token: VC-JWT with ES256, whose payload is the credential itself.
public enum CredentialToken {
    /// The token of a credential.
    ///
    /// - Parameters:
    ///   - credential: the credential, without a proof.
    ///   - key: the issuer's P-256 key.
    ///   - keyID: the absolute address under which verifiers find the key.
    public static func sign(_ credential: JSON, key: P256.Signing.PrivateKey, keyID: String) throws -> String {
        guard var payload = credential.object else { throw OpenBadgeError("token", "a credential is an object") }
        payload["proof"] = nil
        let issuer = payload["issuer"]
        payload["iss"] = issuer?["id"] ?? issuer
        payload["jti"] = payload["id"]
        payload["sub"] = payload["credentialSubject"]?["id"]
        payload["nbf"] = try seconds(payload["validFrom"])
        payload["exp"] = try seconds(payload["validUntil"])
        let header: JSON = ["alg": "ES256", "kid": .text(keyID)]
        let input = Base64URL.encode(header.canonical) + "." + Base64URL.encode(JSON.object(payload).canonical)
        let signature = try key.signature(for: Data(input.utf8))
        return input + "." + Base64URL.encode(signature.rawRepresentation)
    }

    private static func seconds(_ value: JSON?) throws -> JSON? {
        guard let text = value?.text else { return nil }
        guard let moment = Moment(text) else { throw OpenBadgeError("token", "\(text) is no moment") }
        return .integer(moment.seconds)
    }
}

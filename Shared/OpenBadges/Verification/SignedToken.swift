import Crypto
import Foundation
import LinkedData

/// A compact JWS, taken apart.
struct SignedToken {
    /// The header.
    let header: [String: JSON]
    /// The payload.
    let payload: [String: JSON]
    private let input: [UInt8]
    private let signature: [UInt8]

    /// The parts of a token; one whose header asks for anything but ES256 is refused.
    init(_ text: String) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = Base64URL.decode(parts[0]), let body = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw VerificationFailure(.form, "the token is not three parts in base 64 for addresses") }
        do {
            guard let header = try JSON.parse(head).object, let payload = try JSON.parse(body).object else {
                throw VerificationFailure(.form, "a part of the token is no object")
            }
            self.header = header
            self.payload = payload
        } catch let error as LinkedDataError {
            throw VerificationFailure(.form, "a part of the token: \(error.detail)")
        }
        self.signature = signature
        input = Array((parts[0] + "." + parts[1]).utf8)
        guard header["alg"] == "ES256" else {
            throw VerificationFailure(.signature, "the algorithm \(header["alg"]?.text ?? "none") is not accepted")
        }
        let known: Set<String> = ["alg", "kid", "typ", "cty", "iss", "jwk"]
        if let foreign = header.keys.first(where: { !known.contains($0) }) {
            throw VerificationFailure(.form, "the token's header has \(foreign), which is not understood")
        }
        if let key = header["jwk"] {
            do {
                _ = try ECKey(jwk: key)
            } catch let error as OpenBadgeError {
                throw VerificationFailure(.key, error.detail)
            }
            // A key that comes with what it signs vouches for itself alone.
            guard header["kid"] != nil else {
                throw VerificationFailure(.key, "the token brings its key along and names none of the issuer's")
            }
        }
    }

    /// Whether a key signed it.
    func isSigned(by key: ECKey) -> Bool {
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
        return key.key.isValidSignature(signature, for: Data(input))
    }

    /// The claims say the same as the credential that they come with.
    func checkClaims(_ check: VerificationCheck.Name) throws {
        guard payload["vc"] == nil else {
            throw VerificationFailure(check, "the token says its credential twice: there is a claim vc")
        }
        func same(_ claim: String, _ value: JSON?) throws {
            guard let stated = payload[claim], stated != value else { return }
            throw VerificationFailure(check, "the claim \(claim) says something else than the credential")
        }
        try same("iss", payload["issuer"]?["id"] ?? payload["issuer"])
        try same("jti", payload["id"])
        try same("sub", payload["credentialSubject"]?["id"])
        for (claim, name) in [("nbf", "validFrom"), ("exp", "validUntil")] {
            try same(claim, payload[name]?.text.flatMap(Moment.init).map { .integer($0.seconds) })
        }
        guard payload["iss"] != nil, payload["jti"] != nil || check == .status else {
            throw VerificationFailure(check, "the token names neither issuer nor credential in its claims")
        }
    }

    /// The credential: the payload without the claims that only tokens have.
    var credential: [String: JSON] {
        payload.filter { !["iss", "jti", "sub", "nbf", "exp", "iat", "aud"].contains($0.key) }
    }
}

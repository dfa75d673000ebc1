import Crypto
import LinkedData

/// Finds the keys by which an issuer vouches.
struct IssuerKeys: Sendable {
    let source: CredentialSource

    /// The Ed25519 key of an embedded proof.
    func embedded(_ method: String, of issuer: String, _ check: VerificationCheck.Name) async throws -> [UInt8] {
        if let parts = keyParts(method, of: issuer) {
            guard let key = Multikey.ed25519PublicKey(parts) else {
                throw VerificationFailure(check, "\(method) is no Ed25519 key")
            }
            return key
        }
        let found = try await self.method(method, of: issuer, check)
        guard found["type"] == "Multikey", let text = found["publicKeyMultibase"]?.text,
            let key = Multikey.ed25519PublicKey(text)
        else { throw VerificationFailure(check, "\(method) is no Ed25519 Multikey") }
        guard found["secretKeyMultibase"] == nil else {
            throw VerificationFailure(check, "\(method) shows its secret part")
        }
        return key
    }

    /// The P-256 key of a token, which the issuer publishes as its own.
    func token(_ keyID: String, of issuer: String, _ check: VerificationCheck.Name) async throws -> ECKey {
        if keyID.hasPrefix("did:") {
            return try key(try await method(keyID, of: issuer, check)["publicKeyJwk"], keyID, check)
        }
        guard keyID.hasPrefix("https://") || keyID.hasPrefix("http://") else {
            throw VerificationFailure(check, "the token names its key by no absolute address")
        }
        guard IssuerKeys.origin(keyID) == (try IssuerKeys.origin(of: issuer, check)) else {
            throw VerificationFailure(check, "\(keyID) is not at the issuer's address")
        }
        let key = try key(try await json(keyID, check), keyID, check)
        // What lies at the issuer's address counts only if the issuer says that it may vouch.
        guard issuer.hasPrefix("did:") else { return key }
        let document = try await document(issuer, check)
        let trusted = try trustedMethods(document, issuer, check)
        guard trusted.contains(where: { (try? ECKey(jwk: $0["publicKeyJwk"] ?? .null))?.thumbprint == key.thumbprint })
        else { throw VerificationFailure(check, "\(keyID) is no key by which \(issuer) vouches for credentials") }
        return key
    }

    private func key(_ jwk: JSON?, _ name: String, _ check: VerificationCheck.Name) throws -> ECKey {
        do {
            return try ECKey(jwk: jwk ?? .null)
        } catch let error as OpenBadgeError {
            throw VerificationFailure(check, "\(name): \(error.detail)")
        }
    }

    /// The key within a `did:key`, which is its own document.
    private func keyParts(_ method: String, of issuer: String) -> String? {
        guard issuer.hasPrefix("did:key:"), method == "\(issuer)#\(issuer.dropFirst(8))" else { return nil }
        return String(issuer.dropFirst(8))
    }

    private func method(
        _ id: String, of issuer: String, _ check: VerificationCheck.Name
    ) async throws -> [String: JSON] {
        guard id.hasPrefix(issuer + "#") else {
            throw VerificationFailure(check, "\(id) is no key of the issuer \(issuer)")
        }
        let document = try await document(issuer, check)
        let methods = (document["verificationMethod"]?.list ?? []).compactMap(\.object)
        guard let found = methods.first(where: { $0["id"] == .text(id) }) else {
            throw VerificationFailure(check, "\(issuer) does not publish the key \(id)")
        }
        guard try trustedMethods(document, issuer, check).contains(found) else {
            throw VerificationFailure(
                check, "\(id) does not vouch for credentials: it is for another purpose, or condemned")
        }
        return found
    }

    /// The methods of a document that may vouch for credentials.
    private func trustedMethods(
        _ document: [String: JSON], _ issuer: String, _ check: VerificationCheck.Name
    ) throws -> [[String: JSON]] {
        let trusted = Set((document["assertionMethod"]?.list ?? []).compactMap(\.text))
        return (document["verificationMethod"]?.list ?? []).compactMap(\.object).filter {
            guard let id = $0["id"]?.text else { return false }
            return trusted.contains(id) && $0["controller"] == .text(issuer)
        }
    }

    private func document(_ issuer: String, _ check: VerificationCheck.Name) async throws -> [String: JSON] {
        let document = try await json(try IssuerKeys.address(of: issuer, check), check)
        guard let members = document.object, members["id"] == .text(issuer) else {
            throw VerificationFailure(check, "what lies at \(issuer) is not its document")
        }
        return members
    }

    private func json(_ url: String, _ check: VerificationCheck.Name) async throws -> JSON {
        let bytes: [UInt8]
        switch await source.fetch(url, ["application/json", "application/did+ld+json", "application/jwk+json"]) {
        case .success(let found): bytes = found
        case .failure(let failure): throw VerificationFailure(check, failure)
        }
        do {
            return try JSON.parse(bytes)
        } catch {
            throw VerificationFailure(check, "what lies at \(url) is no JSON")
        }
    }

    /// Where the document of an issuer lies: `did:web`, or the issuer's own address.
    private static func address(of issuer: String, _ check: VerificationCheck.Name) throws -> String {
        guard issuer.hasPrefix("did:web:") else {
            guard issuer.hasPrefix("https://") else {
                throw VerificationFailure(check, "\(issuer) is an issuer of a kind that is not known")
            }
            return issuer
        }
        let parts = issuer.dropFirst(8).split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first?.replacing("%3A", with: ":").replacing("%3a", with: ":"), !host.isEmpty,
            parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") && !$0.contains("?") && !$0.contains("#") })
        else { throw VerificationFailure(check, "\(issuer) is no did:web") }
        let path = parts.dropFirst().joined(separator: "/")
        return "https://\(host)/" + (path.isEmpty ? ".well-known/did.json" : "\(path)/did.json")
    }

    /// Scheme, host and port of an issuer; where a `did:web` has a path, its keys lie below it.
    private static func origin(of issuer: String, _ check: VerificationCheck.Name) throws -> String {
        origin(try address(of: issuer, check))
    }

    private static func origin(_ url: String) -> String {
        // The host alone counts: whether a local issuer is asked by https is the source's business.
        let rest = url.drop { $0 != "/" }.drop { $0 == "/" }
        return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}

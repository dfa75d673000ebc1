import LinkedData
import OpenBadges

extension Issuer {
    /// The DID document: where verifiers find the keys, and which of them may vouch for a credential.
    ///
    /// A retired key stays, since what it signed is good; a compromised one is shown and vouches for nothing.
    func document(_ keys: [PublishedKey]) throws -> JSON {
        let trusted = keys.filter { $0.state != .compromised }
        return [
            "@context": [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1",
            ],
            "id": .text(id),
            "verificationMethod": .list(try keys.map(method)),
            "assertionMethod": .list(trusted.map { .text(verificationMethod($0.id)) }),
        ]
    }

    private func method(_ key: PublishedKey) throws -> JSON {
        var members: [String: JSON] = [
            "id": .text(verificationMethod(key.id)), "type": "Multikey", "controller": .text(id),
        ]
        switch key.algorithm {
        case .ed25519: members["publicKeyMultibase"] = .text(key.id)
        case .p256:
            members["type"] = "JsonWebKey"
            members["publicKeyJwk"] = try key.jwk(keyID: keyURL(key.id))
        }
        return .object(members)
    }

    /// The keys that tokens are signed with, as a set.
    func keySet(_ keys: [PublishedKey]) throws -> JSON {
        let shown = keys.filter { $0.state != .compromised && $0.algorithm == .p256 }
        return ["keys": .list(try shown.map { try $0.jwk(keyID: keyURL($0.id)) })]
    }
}

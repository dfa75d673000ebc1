import Contracts
import Crypto
import Foundation
import Messaging
import Programmes
import Testing

@testable import CredentialingService

@Suite("CRD-03: the document that a verifier reads")
struct CredentialDocumentTests {
    private func document() throws -> (world: CredentialingWorld, members: [String: JSON]) {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let credential = try #require(world.credentials.values.first)
        let pathway = try #require(CredentialingWorld.programme.definition.pathway("AAA"))
        return (world, CredentialDocument(issuer: CredentialingWorld.issuer).members(of: credential, pathway))
    }

    @Test("names its address, issuer, dates, criteria and score")
    func members() throws {
        let (world, members) = try document()
        let id = try #require(world.credentials.keys.first)
        #expect(members["id"] == .text("https://guildhall.example/credentials/\(id)"))
        #expect(members["type"] == ["VerifiableCredential", "OpenBadgeCredential"])
        #expect(members["validFrom"] == "2014-03-31T00:00:00Z")
        #expect(members["validUntil"] == "2015-03-31T00:00:00Z")
        #expect(members["awardedDate"] == "2014-03-31T00:00:00Z")
        guard case .object(let issuer)? = members["issuer"], case .object(let subject)? = members["credentialSubject"]
        else {
            Issue.record("issuer and subject are objects")
            return
        }
        #expect(issuer["id"] == "did:web:guildhall.example")
        guard case .list(let results)? = subject["result"], case .object(let result)? = results.first,
            case .object(let achievement)? = subject["achievement"],
            case .list(let descriptions)? = achievement["resultDescription"],
            case .object(let description)? = descriptions.first
        else {
            Issue.record("the subject has a result of a described kind")
            return
        }
        #expect(result["value"] == "72")
        #expect(result["resultDescription"] == description["id"])
        #expect(achievement["criteria"] == ["narrative": "A weighted mean of 40 or more."])
    }

    @Test("names its holder by a salted hash and nothing else")
    func identity() throws {
        let (world, members) = try document()
        let credential = try #require(world.credentials.values.first)
        let salt = String(repeating: "01", count: 16)
        let digest = SHA256.hash(data: Data("\(credential.contractor)\(salt)".utf8))
        let expected = "sha256$" + digest.map { String(format: "%02x", $0) }.joined()
        let text = String(decoding: JSON.object(members).canonical, as: UTF8.self)
        #expect(text.contains("\"identityHash\":\"\(expected)\""))
        #expect(text.contains("\"salt\":\"\(salt)\""))
        #expect(!text.contains(credential.contractor.description))
    }

    @Test("ASM-20: names the outcome that the score comes from")
    func outcome() throws {
        let (world, members) = try document()
        let credential = try #require(world.credentials.values.first)
        let text = String(decoding: JSON.object(members).canonical, as: UTF8.self)
        #expect(text.contains("urn:uuid:\(credential.outcome)"))
    }

    @Test("its signature verifies with the key of the issuer's DID document, and with no other text")
    func verifies() throws {
        let (world, members) = try document()
        let bytes = try world.signer.sign(members, created: world.now)
        let text = String(decoding: bytes, as: UTF8.self)
        let value = try #require(text.firstMatch(of: /"proofValue":"(z[^"]+)"/)?.1)
        let signature = try #require(Base58.decode(String(value.dropFirst())))
        let method = CredentialingWorld.issuer.verificationMethod(of: world.key)
        var proof = DataIntegrityProof(
            context: members["@context"], cryptosuite: "eddsa-jcs-2022", created: "2014-04-01T00:00:00Z",
            verificationMethod: method)
        let key = world.key.secret.publicKey
        #expect(key.isValidSignature(signature, for: EdDSAJCSSigner.hash(of: members, proof)))
        var other = members
        other["validUntil"] = "2099-01-01T00:00:00Z"
        #expect(!key.isValidSignature(signature, for: EdDSAJCSSigner.hash(of: other, proof)))
        proof.created = "2014-04-02T00:00:00Z"
        #expect(!key.isValidSignature(signature, for: EdDSAJCSSigner.hash(of: members, proof)))
        let did = String(
            decoding: CredentialingWorld.issuer.document(key: world.key).canonical, as: UTF8.self)
        #expect(did.contains("\"publicKeyMultibase\":\"\(world.key.publicMultikey)\""))
        #expect(did.contains("\"assertionMethod\":[\"\(method)\"]"))
    }
}

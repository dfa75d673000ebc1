import Contracts
import Crypto
import Foundation
import Testing

@testable import CredentialingService

@Suite(
    "CRD-02: eddsa-jcs-2022 as the W3C's vectors have it", .enabled(if: SharedData.hasVectors, "\(SharedData.missing)"))
struct SigningVectorTests {
    let folder = "eddsa-jcs-2022/"

    private func key() throws -> SigningKey {
        let pair = try SharedData.members("keyPair.json")
        guard case .text(let secret)? = pair["privateKeyMultibase"],
            let bytes = Base58.decode(String(secret.dropFirst()))
        else { throw CocoaError(.coderInvalidValue) }
        #expect(bytes.prefix(2) == [0x80, 0x26])
        return try SigningKey(seed: Array(bytes.dropFirst(2)))
    }

    private func proof() throws -> DataIntegrityProof {
        let configuration = try SharedData.members(folder + "proofConfigJCS.json")
        guard case .text(let created)? = configuration["created"],
            case .text(let method)? = configuration["verificationMethod"]
        else { throw CocoaError(.coderInvalidValue) }
        return DataIntegrityProof(
            context: configuration["@context"], cryptosuite: "eddsa-jcs-2022", created: created,
            verificationMethod: method)
    }

    @Test("the document's canonical form")
    func document() throws {
        let unsigned = JSON.object(try SharedData.members("unsigned.json"))
        #expect(
            String(decoding: unsigned.canonical, as: UTF8.self) == (try SharedData.text(folder + "canonDocJCS.txt")))
    }

    @Test("the proof configuration's canonical form")
    func configuration() throws {
        let canonical = JSON.object(try proof().configuration).canonical
        #expect(String(decoding: canonical, as: UTF8.self) == (try SharedData.text(folder + "proofCanonJCS.txt")))
    }

    @Test("the hashes, alone and together")
    func hashes() throws {
        let hash = EdDSAJCSSigner.hash(of: try SharedData.members("unsigned.json"), try proof())
        #expect(Hexadecimal.encode(hash.prefix(32)) == (try SharedData.text(folder + "proofHashJCS.txt")))
        #expect(Hexadecimal.encode(hash.suffix(32)) == (try SharedData.text(folder + "docHashJCS.txt")))
        #expect(Hexadecimal.encode(hash) == (try SharedData.text(folder + "combinedHashJCS.txt")))
    }

    @Test("the public key")
    func publicKey() throws {
        let pair = try SharedData.members("keyPair.json")
        #expect(pair["publicKeyMultibase"] == .text(try key().publicMultikey))
    }

    @Test("the signature verifies, in hexadecimal and in base 58")
    func signature() throws {
        let text = try SharedData.text(folder + "sigBTC58JCS.txt")
        let bytes = try #require(Base58.decode(String(text.dropFirst())))
        #expect(Multikey.multibase(bytes) == text)
        #expect(Hexadecimal.encode(bytes) == (try SharedData.text(folder + "sigHexJCS.txt")))
        let hash = EdDSAJCSSigner.hash(of: try SharedData.members("unsigned.json"), try proof())
        #expect(try key().secret.publicKey.isValidSignature(bytes, for: hash))
    }

    @Test("the signed document, byte for byte in canonical form")
    func signed() throws {
        let expected = JSON.object(try SharedData.members(folder + "signedJCS.json")).canonical
        let created = try #require(UTCMoment.parse(try proof().created))
        let signer = EdDSAJCSSigner(key: try key().secret, verificationMethod: try proof().verificationMethod)
        let actual = try signer.sign(try SharedData.members("unsigned.json"), created: created)
        #expect(String(decoding: actual, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
}

import Crypto
import Foundation
import LinkedData
import OpenBadges
import Testing

@Suite(
    "CRD-02: signatures as the W3C's vectors have them",
    .enabled(if: SharedContexts.arePresent, "\(SharedContexts.missing)"))
struct SigningVectorTests {
    struct Vector: Sendable, CustomStringConvertible {
        let suite: Cryptosuite
        let folder: String
        let suffix: String
        var description: String { folder }
    }

    static let vectors = [
        Vector(suite: .eddsaRDFC, folder: "vectors/vc-di-eddsa/eddsa-rdfc-2022/", suffix: "DataInt"),
        Vector(suite: .eddsaJCS, folder: "vectors/vc-di-eddsa/eddsa-jcs-2022/", suffix: "JCS"),
    ]

    private func text(_ path: String) throws -> String {
        try SharedContexts.text(path).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func key() throws -> Curve25519.Signing.PrivateKey {
        let pair = try SharedContexts.json("vectors/vc-di-eddsa/keyPair.json")
        let bytes = try #require(pair["privateKeyMultibase"]?.text.flatMap(Multikey.bytes))
        #expect(bytes.prefix(2) == [0x80, 0x26])
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(2))
        #expect(
            pair["publicKeyMultibase"]?.text
                == Multikey.ed25519(publicKey: Array(key.publicKey.rawRepresentation)))
        return key
    }

    private func hash(_ vector: Vector) throws -> [UInt8] {
        let document = try SharedContexts.json("vectors/vc-di-eddsa/unsigned.json").object ?? [:]
        let proof = try SharedContexts.json(vector.folder + "proofConfig\(vector.suffix).json").object ?? [:]
        return try vector.suite.hash(
            of: document, proof, LinkedDataReader(library: try SharedContexts.library()))
    }

    @Test("the hashes, alone and together", arguments: vectors)
    func hashes(_ vector: Vector) throws {
        let hash = try hash(vector)
        #expect(Hexadecimal.encode(hash.prefix(32)) == (try text(vector.folder + "proofHash\(vector.suffix).txt")))
        #expect(Hexadecimal.encode(hash.suffix(32)) == (try text(vector.folder + "docHash\(vector.suffix).txt")))
        #expect(Hexadecimal.encode(hash) == (try text(vector.folder + "combinedHash\(vector.suffix).txt")))
    }

    @Test("the signature verifies, in hexadecimal and in base 58", arguments: vectors)
    func signature(_ vector: Vector) throws {
        let written = try text(vector.folder + "sigBTC58\(vector.suffix).txt")
        let bytes = try #require(Multikey.bytes(written))
        #expect(Multikey.multibase(bytes) == written)
        #expect(Hexadecimal.encode(bytes) == (try text(vector.folder + "sigHex\(vector.suffix).txt")))
        #expect(try key().publicKey.isValidSignature(bytes, for: hash(vector)))
    }

    @Test("what is signed here is the vector's signature, byte for byte: Ed25519 leaves no choice", arguments: vectors)
    func signed(_ vector: Vector) throws {
        let signed = try SharedContexts.json(vector.folder + "signed\(vector.suffix).json")
        let signature = Array(try key().signature(for: try hash(vector)))
        #expect(signed["proof"]?["proofValue"]?.text == Multikey.multibase(signature))
    }
}

import Foundation
import LinkedData
import Testing

@Suite(
    "CRD-02: eddsa-rdfc-2022 as the W3C's vectors have it",
    .enabled(if: SharedContexts.arePresent, "\(SharedContexts.missing)"))
struct VectorTests {
    private let folder = "vectors/vc-di-eddsa/"

    private func trimmed(_ path: String) throws -> String {
        try SharedContexts.text(folder + path).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(
        "canonical forms and hashes, of document and proof",
        arguments: [
            ("unsigned.json", "eddsa-rdfc-2022/canonDocDataInt.txt", "eddsa-rdfc-2022/docHashDataInt.txt"),
            (
                "eddsa-rdfc-2022/proofConfigDataInt.json", "eddsa-rdfc-2022/proofCanonDataInt.txt",
                "eddsa-rdfc-2022/proofHashDataInt.txt"
            ),
            (
                "Ed25519Signature2020/proofConfigEdSig.json", "Ed25519Signature2020/proofCanonEdSig.txt",
                "Ed25519Signature2020/proofHashEdSig.txt"
            ),
        ])
    func canonical(_ document: String, _ form: String, _ hash: String) throws {
        let reader = LinkedDataReader(library: try SharedContexts.library())
        let canonical = try reader.canonical(try SharedContexts.json(folder + document))
        #expect(canonical.text == (try SharedContexts.text(folder + form)))
        #expect(Hexadecimal.encode(canonical.hash) == (try trimmed(hash)))
    }

    @Test("the proof of the second credential, whose own context is not at hand")
    func employment() throws {
        let library = try SharedContexts.library().adding(["https://w3id.org/citizenship/v4rc1": ["@context": [:]]])
        let canonical = try LinkedDataReader(library: library).canonical(
            try SharedContexts.json(folder + "eddsa-rdfc-2022/employ/proofConfigDataInt.json"))
        #expect(canonical.text == (try SharedContexts.text(folder + "eddsa-rdfc-2022/employ/proofCanonDataInt.txt")))
        #expect(
            Hexadecimal.encode(canonical.hash) == (try trimmed("eddsa-rdfc-2022/employ/proofHashDataInt.txt")))
    }

    @Test(
        "every credential of a chain of proofs can be read, proofs and all",
        arguments: [
            "signedProofChain1.json", "signedProofChain2.json", "signedProofSet1.json", "signedProofSet2.json",
        ])
    func chains(_ name: String) throws {
        let reader = LinkedDataReader(library: try SharedContexts.library())
        let quads = try reader.quads(of: try SharedContexts.json(folder + "proof-set-chain/\(name)"))
        #expect(quads.contains { $0.graph != nil })
    }
}

@Suite(
    "Open Badges' own examples are linked data",
    .enabled(if: SharedContexts.arePresent, "\(SharedContexts.missing)"))
struct ExampleTests {
    @Test(
        "each has a canonical form",
        arguments: [
            "achievementAlignmentCase", "achievementAlignmentCe", "basicOpenBadgeCredential", "fullOpenBadge",
            "skillAssertionCase", "skillAssertionCtdl",
        ])
    func canonical(_ name: String) throws {
        let reader = LinkedDataReader(library: try SharedContexts.library(), policy: .lax)
        let canonical = try reader.canonical(try SharedContexts.json("samples/spec-examples/\(name).json"))
        #expect(canonical.text.contains("https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement"))
    }
}

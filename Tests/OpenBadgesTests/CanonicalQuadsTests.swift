import LinkedData
import OpenBadges
import Testing

@Suite(
    "CRD-11: the statements written directly are those that the JSON stands for",
    .enabled(if: SharedContexts.arePresent, "\(SharedContexts.missing)"))
struct CanonicalQuadsTests {
    @Test("of 3,000 generated credentials", arguments: 0..<10)
    func generated(_ part: UInt64) throws {
        let reader = LinkedDataReader(library: try SharedContexts.library())
        for seed in part * 300..<(part + 1) * 300 {
            var generator = BadgeGenerator(seed: seed)
            let badge = generator.badge()
            let direct = String(decoding: try badge.canonicalQuads(), as: UTF8.self)
            let read = try badge.json
            try #require(read.canonical == badge.canonical, "seed \(seed): the JSON is not canonical")
            try #require(direct.utf8.elementsEqual(try reader.canonical(read).text.utf8), "seed \(seed)")
        }
    }

    @Test("of a status list and of a proof")
    func others() throws {
        let reader = LinkedDataReader(library: try SharedContexts.library())
        let list = StatusListDocument(
            id: "https://guildhall.example/status/1", issuer: "did:web:guildhall.example",
            validFrom: "2026-01-01T00:00:00Z", validUntil: "2026-01-02T00:00:00Z",
            encodedList: try Bitstring().encoded(), ttl: 300_000)
        #expect(
            String(decoding: try list.canonicalQuads(), as: UTF8.self) == (try reader.canonical(try list.json).text))
        let proof = ProofConfiguration(
            created: "2026-01-01T00:00:00Z", verificationMethod: "did:web:guildhall.example#z6Mk")
        var members = try #require(try proof.json.object)
        members["@context"] = .list(list.contexts.map(JSON.text))
        #expect(
            String(decoding: try proof.canonicalQuads(), as: UTF8.self)
                == (try reader.canonical(.object(members)).text))
    }

    @Test("an address that is none is refused")
    func illFormed() {
        var generator = BadgeGenerator(seed: 1)
        var badge = generator.badge()
        badge.id = "not an address"
        #expect(throws: OpenBadgeError.self) { try badge.canonicalQuads() }
    }
}

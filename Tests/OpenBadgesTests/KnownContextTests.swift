import LinkedData
import OpenBadges
import Testing

@Suite(
    "The contexts told in our own words mean what the published ones mean",
    .enabled(if: SharedContexts.arePresent, "\(SharedContexts.missing)"))
struct KnownContextTests {
    @Test("of 600 generated credentials, proofs and all", arguments: 0..<4)
    func generated(_ part: UInt64) throws {
        let published = LinkedDataReader(library: try SharedContexts.library())
        let known = LinkedDataReader(library: KnownContexts.library)
        for seed in part * 150..<(part + 1) * 150 {
            var generator = BadgeGenerator(seed: 10_000 + seed)
            var members = try #require(try generator.badge().json.object)
            members["proof"] =
                try ProofConfiguration(created: "2026-01-01T00:00:00Z", verificationMethod: "did:x:y#z").json
            if seed % 3 == 0, let contexts = members["@context"]?.list {
                members["@context"] = .list(contexts + ["https://w3id.org/security/data-integrity/v2"])
            }
            let one = try published.canonical(.object(members)).text
            try #require(one.utf8.elementsEqual(try known.canonical(.object(members)).text.utf8), "seed \(seed)")
        }
    }

    @Test(
        "term by term",
        arguments: [
            ("credentials-v2.jsonld", "https://www.w3.org/ns/credentials/v2"),
            ("ob-v3p0-context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ("ob-v3p0-extensions.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"),
            ("data-integrity-v2.jsonld", "https://w3id.org/security/data-integrity/v2"),
        ])
    func terms(_ file: String, _ url: String) throws {
        let published = try SharedContexts.json("contexts/\(file)")
        #expect(plain(try #require(published["@context"])) == plain(try #require(KnownContexts.context(at: url))))
    }

    /// A context with every term written out: `"x"` and `{"@id": "x"}` mean the same where `x` begins no compact IRI.
    private func plain(_ context: JSON) -> JSON {
        guard var members = context.object else { return context }
        for (term, definition) in members where !term.hasPrefix("@") {
            if let iri = definition.text {
                members[term] = ["@id": .text(iri)]
            } else if var inner = definition.object {
                if let scoped = inner["@context"] { inner["@context"] = plain(scoped) }
                members[term] = .object(inner)
            }
        }
        return .object(members)
    }
}

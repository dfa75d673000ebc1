import LinkedData
import Testing

@Suite("RDFC-1.0")
struct CanonicaliserTests {
    private static let p = RDFTerm.iri("urn:p")

    private func edge(_ from: String, _ to: String, _ predicate: RDFTerm = p) -> Quad {
        Quad(.blank(from), predicate, .blank(to))
    }

    private func text(_ quads: [Quad]) throws -> String {
        try Canonicaliser().canonical(Set(quads)).text
    }

    @Test("the specification's example of unique hashes")
    func unique() throws {
        let q = RDFTerm.iri("http://example.com/#q")
        let p = RDFTerm.iri("http://example.com/#p")
        let quads = [
            Quad(p, q, .blank("e0")), Quad(p, .iri("http://example.com/#r"), .blank("e1")),
            Quad(.blank("e0"), .iri("http://example.com/#s"), .iri("http://example.com/#u")),
            Quad(.blank("e1"), .iri("http://example.com/#t"), .iri("http://example.com/#u")),
        ]
        #expect(
            try text(quads) == """
                <http://example.com/#p> <http://example.com/#q> _:c14n0 .
                <http://example.com/#p> <http://example.com/#r> _:c14n1 .
                _:c14n0 <http://example.com/#s> <http://example.com/#u> .
                _:c14n1 <http://example.com/#t> <http://example.com/#u> .

                """)
    }

    @Test("the specification's example of shared hashes")
    func shared() throws {
        func iri(_ name: String) -> RDFTerm { .iri("http://example.com/#\(name)") }
        let quads = [
            Quad(iri("p"), iri("q"), .blank("e0")), Quad(iri("p"), iri("q"), .blank("e1")),
            Quad(.blank("e0"), iri("p"), .blank("e2")), Quad(.blank("e1"), iri("p"), .blank("e3")),
            Quad(.blank("e2"), iri("r"), .blank("e3")),
        ]
        #expect(
            try text(quads) == """
                <http://example.com/#p> <http://example.com/#q> _:c14n2 .
                <http://example.com/#p> <http://example.com/#q> _:c14n3 .
                _:c14n0 <http://example.com/#r> _:c14n1 .
                _:c14n2 <http://example.com/#p> _:c14n1 .
                _:c14n3 <http://example.com/#p> _:c14n0 .

                """)
    }

    @Test("the form does not depend on the names that blank nodes come with", arguments: 0..<60)
    func renaming(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 2...6, using: &random)
        var quads: [Quad] = []
        for _ in 0..<Int.random(in: 2...9, using: &random) {
            let predicate = RDFTerm.iri(Bool.random(using: &random) ? "urn:p" : "urn:q")
            quads.append(
                edge(
                    "n\(Int.random(in: 0..<count, using: &random))", "n\(Int.random(in: 0..<count, using: &random))",
                    predicate))
        }
        let names = (0..<count).map { "x\($0)" }.shuffled(using: &random)
        func renamed(_ term: RDFTerm) -> RDFTerm {
            guard let label = term.label, let index = Int(label.dropFirst()) else { return term }
            return .blank(names[index])
        }
        let other = quads.shuffled(using: &random).map { Quad(renamed($0.subject), $0.predicate, renamed($0.object)) }
        #expect(try text(quads) == text(other))
    }

    @Test("a ring of alike nodes is told apart from two smaller rings")
    func rings() throws {
        let six = (0..<6).map { edge("a\($0)", "a\(($0 + 1) % 6)") }
        let twice =
            (0..<3).map { edge("a\($0)", "a\(($0 + 1) % 3)") } + (0..<3).map { edge("b\($0)", "b\(($0 + 1) % 3)") }
        #expect(try text(six) != text(twice))
    }

    @Test("a dataset made to cost for ever is refused")
    func poison() {
        let quads = (0..<10).flatMap { from in (0..<10).filter { $0 != from }.map { edge("n\(from)", "n\($0)") } }
        #expect {
            try text(quads)
        } throws: { ($0 as? LinkedDataError)?.code == "poisoned dataset" }
    }

    @Test("texts that differ in bytes alone stay two")
    func normalisation() throws {
        let subject = RDFTerm.iri("urn:a")
        let composed = Quad(subject, Self.p, .literal("\u{E9}"))
        let decomposed = Quad(subject, Self.p, .literal("e\u{301}"))
        #expect(try text([composed, decomposed]).split(separator: "\n").count == 2)
    }
}

/// Numbers from a seed: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

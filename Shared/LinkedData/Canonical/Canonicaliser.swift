import Crypto

/// Labels blank nodes by what is said of them: RDF Dataset Canonicalization (RDFC-1.0), with SHA-256.
public struct Canonicaliser: Sendable {
    /// How many orders of blank nodes may be tried before a dataset is taken for an attack.
    private let workLimit: Int

    /// A canonicaliser that gives up after so many orders.
    public init(workLimit: Int = 50_000) {
        self.workLimit = workLimit
    }

    /// The canonical form of a dataset.
    public func canonical(_ quads: Set<Quad>) throws -> CanonicalDataset {
        var run = CanonicaliserRun(quads: quads, workLimit: workLimit)
        let labels = try run.labels()
        let lines = quads.map { NQuadsWriter.line($0) { labels[$0] ?? $0 } }
        return CanonicalDataset(
            bytes: Array(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined()), labels: labels)
    }
}

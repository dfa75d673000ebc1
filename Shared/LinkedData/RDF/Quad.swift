/// A statement of RDF, in the default graph or a named one.
public struct Quad: Hashable, Sendable {
    /// What it is about.
    public var subject: RDFTerm
    /// What is said.
    public var predicate: RDFTerm
    /// The value.
    public var object: RDFTerm
    /// The graph; nil for the default graph.
    public var graph: RDFTerm?

    /// A statement.
    public init(_ subject: RDFTerm, _ predicate: RDFTerm, _ object: RDFTerm, in graph: RDFTerm? = nil) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }

    /// Its blank nodes' labels, in order, as often as they occur.
    var labels: [String] {
        [subject.label, object.label, graph?.label].compactMap { $0 }
    }
}

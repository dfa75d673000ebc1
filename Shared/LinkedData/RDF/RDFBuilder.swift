/// Turns expanded values into statements (JSON-LD 1.1 API, section 7).
struct RDFBuilder {
    private let policy: ExpansionPolicy
    private var next = 0
    private var labels: [String: String] = [:]
    /// The statements so far.
    private(set) var quads: Set<Quad> = []

    init(policy: ExpansionPolicy) {
        self.policy = policy
    }

    /// Adds the values of a document, or of a graph.
    mutating func add(_ values: [ExpandedValue], graph: RDFTerm?) throws {
        for value in values { _ = try object(value, graph) }
    }

    private mutating func object(_ value: ExpandedValue, _ graph: RDFTerm?) throws -> RDFTerm? {
        switch value {
        case .literal(let literal): try term(literal)
        case .list(let values): try list(values, graph)
        case .node(let node): try subject(node, graph)
        }
    }

    private mutating func subject(_ node: ExpandedNode, _ graph: RDFTerm?) throws -> RDFTerm? {
        guard let subject = try name(node.id) else { return nil }
        for type in node.types {
            guard let object = try name(type) else { continue }
            quads.insert(Quad(subject, .iri(RDFName.type), object, in: graph))
        }
        for (property, values) in node.properties {
            guard let predicate = try predicate(property) else { continue }
            for value in values {
                guard let object = try object(value, graph) else { continue }
                quads.insert(Quad(subject, predicate, object, in: graph))
            }
        }
        for (property, values) in node.reverse {
            guard let predicate = try predicate(property) else { continue }
            for value in values {
                guard let other = try object(value, graph) else { continue }
                quads.insert(Quad(other, predicate, subject, in: graph))
            }
        }
        if let inner = node.graph { try add(inner, graph: subject) }
        try add(node.included, graph: graph)
        return subject
    }

    private mutating func name(_ id: String?) throws -> RDFTerm? {
        guard let id else { return fresh() }
        if id.hasPrefix("_:") {
            if let label = labels[id] { return .blank(label) }
            let term = fresh()
            labels[id] = term.label
            return term
        }
        guard IRIReference.isWellFormed(id) else {
            guard policy == .lax else { throw LinkedDataError("unexplained", "\(id) is no absolute IRI") }
            return nil
        }
        return .iri(id)
    }

    private func predicate(_ property: String) throws -> RDFTerm? {
        guard IRIReference.isWellFormed(property), !property.hasPrefix("_:") else {
            guard policy == .lax else { throw LinkedDataError("unexplained", "\(property) is no absolute IRI") }
            return nil
        }
        return .iri(property)
    }

    private mutating func fresh() -> RDFTerm {
        next += 1
        return .blank("b\(next)")
    }

    private mutating func list(_ values: [ExpandedValue], _ graph: RDFTerm?) throws -> RDFTerm {
        var rest = RDFTerm.iri(RDFName.end)
        for value in values.reversed() {
            let cell = fresh()
            if let object = try object(value, graph) {
                quads.insert(Quad(cell, .iri(RDFName.first), object, in: graph))
            }
            quads.insert(Quad(cell, .iri(RDFName.rest), rest, in: graph))
            rest = cell
        }
        return rest
    }

    private func term(_ literal: ExpandedLiteral) throws -> RDFTerm? {
        if literal.type == "@json" {
            return .literal(String(decoding: literal.value.canonical, as: UTF8.self), RDFName.json)
        }
        if let type = literal.type, !IRIReference.isWellFormed(type) {
            guard policy == .lax else { throw LinkedDataError("unexplained", "the datatype \(type) is no IRI") }
            return nil
        }
        switch literal.value {
        case .text(let text):
            if let language = literal.language {
                return .literal(text, datatype: RDFName.langString, language: language)
            }
            return .literal(text, literal.type ?? RDFName.xsdString)
        case .truth(let truth): return .literal(truth ? "true" : "false", literal.type ?? RDFName.xsdBoolean)
        case .integer(let number):
            guard literal.type != RDFName.xsdDouble else {
                return .literal(NumberForm.xsdDouble(Double(number)), RDFName.xsdDouble)
            }
            return .literal(String(number), literal.type ?? RDFName.xsdInteger)
        case .number(let number):
            guard literal.type != RDFName.xsdDouble, number == number.rounded(.towardZero), number.magnitude < 1e21
            else { return .literal(NumberForm.xsdDouble(number), literal.type ?? RDFName.xsdDouble) }
            return .literal(NumberForm.ecmaScript(number), literal.type ?? RDFName.xsdInteger)
        case .null, .list, .object: return nil
        }
    }
}

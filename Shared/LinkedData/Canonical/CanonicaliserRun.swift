import Crypto

/// One canonicalisation: the steps of RDFC-1.0 by their numbers in section 4.
struct CanonicaliserRun {
    private let quadsOf: [String: [Quad]]
    private var workLeft: Int
    private let workLimit: Int
    private var canonical = IdentifierIssuer(prefix: "c14n")
    private var firstDegree: [String: String] = [:]

    init(quads: Set<Quad>, workLimit: Int) {
        var quadsOf: [String: [Quad]] = [:]
        for quad in quads {
            for label in Set(quad.labels) { quadsOf[label, default: []].append(quad) }
        }
        self.quadsOf = quadsOf
        self.workLimit = workLimit
        workLeft = workLimit
    }

    /// The canonical label of each blank node (4.4.3).
    mutating func labels() throws -> [String: String] {
        var nodes: [String: [String]] = [:]
        for node in quadsOf.keys { nodes[hashFirstDegree(node), default: []].append(node) }
        let hashes = nodes.sorted { $0.key < $1.key }.map(\.value)
        for group in hashes where group.count == 1 { _ = canonical.issue(group[0]) }
        for group in hashes where group.count > 1 {
            var paths: [(hash: String, issuer: IdentifierIssuer)] = []
            for node in group.sorted() where canonical.labels[node] == nil {
                var issuer = IdentifierIssuer(prefix: "b")
                _ = issuer.issue(node)
                paths.append(try hashNDegree(node, issuer))
            }
            for path in paths.sorted(by: { $0.hash < $1.hash }) {
                for node in path.issuer.order { _ = canonical.issue(node) }
            }
        }
        return canonical.labels
    }

    /// The hash of what is said of a node, other blank nodes unnamed (4.6).
    private mutating func hashFirstDegree(_ node: String) -> String {
        if let hash = firstDegree[node] { return hash }
        let lines = (quadsOf[node] ?? []).map { NQuadsWriter.line($0) { $0 == node ? "a" : "z" } }
        let hash = CanonicaliserRun.hash(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined())
        firstDegree[node] = hash
        return hash
    }

    /// The hash of a node that a statement names beside another (4.7).
    private mutating func hashRelated(
        _ related: String, _ quad: Quad, _ issuer: IdentifierIssuer, _ position: String
    ) -> String {
        var input = position
        if position != "g", case .iri(let predicate) = quad.predicate { input += "<\(predicate)>" }
        if let label = canonical.labels[related] ?? issuer.labels[related] {
            input += "_:" + label
        } else {
            input += hashFirstDegree(related)
        }
        return CanonicaliserRun.hash(input.utf8)
    }

    /// The hash of a node by the shortest way through its neighbours (4.8).
    private mutating func hashNDegree(
        _ node: String, _ issuer: IdentifierIssuer
    ) throws -> (hash: String, issuer: IdentifierIssuer) {
        var issuer = issuer
        var groups: [String: [String]] = [:]
        for quad in quadsOf[node] ?? [] {
            for (position, term) in [("s", quad.subject), ("o", quad.object), ("g", quad.graph)] {
                guard let related = term?.label, related != node else { continue }
                groups[hashRelated(related, quad, issuer, position), default: []].append(related)
            }
        }
        var data = ""
        for (hash, related) in groups.sorted(by: { $0.key < $1.key }) {
            data += hash
            var chosen: (path: String, issuer: IdentifierIssuer)?
            var order = Permutations(related.sorted())
            while let candidate = order.next() {
                workLeft -= 1
                guard workLeft >= 0 else {
                    throw LinkedDataError("poisoned dataset", "more than \(workLimit) orders of blank nodes")
                }
                if let found = try follow(candidate, issuer, unlessLongerThan: chosen?.path) { chosen = found }
            }
            if let chosen {
                data += chosen.path
                issuer = chosen.issuer
            }
        }
        return (CanonicaliserRun.hash(data.utf8), issuer)
    }

    /// The path of one order of neighbours; nil when another is at least as good.
    private mutating func follow(
        _ order: [String], _ start: IdentifierIssuer, unlessLongerThan best: String?
    ) throws -> (path: String, issuer: IdentifierIssuer)? {
        var issuer = start
        var path = ""
        var unseen: [String] = []
        func isWorse(_ path: String) -> Bool {
            guard let best else { return false }
            return path.utf8.count >= best.utf8.count && path > best
        }
        for related in order {
            if let label = canonical.labels[related] {
                path += "_:" + label
            } else {
                if issuer.labels[related] == nil { unseen.append(related) }
                path += "_:" + issuer.issue(related)
            }
            if isWorse(path) { return nil }
        }
        for related in unseen {
            let result = try hashNDegree(related, issuer)
            path += "_:" + issuer.issue(related) + "<\(result.hash)>"
            issuer = result.issuer
            if isWorse(path) { return nil }
        }
        guard best.map({ path < $0 }) ?? true else { return nil }
        return (path, issuer)
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> String {
        Hexadecimal.encode(SHA256.hash(data: Array(bytes)))
    }
}

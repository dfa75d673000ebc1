import Yams

extension ProgrammeReader {
    /// Refuses the second of two elements with the same id.
    func unique(_ elements: [DocumentValue], _ key: String, of list: String) {
        var seen: [String: Int] = [:]
        for element in elements {
            guard let node = element.node.mapping?[key], let id = node.scalar?.string else { continue }
            if let first = seen[id] {
                DocumentValue(node: node, path: "\(element.path).\(key)", document: element.document).report(
                    "duplicate-id", "'\(id)' stands twice in \(list); it is first used on line \(first).",
                    remedy: "Give each its own id.")
            } else {
                seen[id] = node.mark?.line ?? 1
            }
        }
    }

    /// Refuses an offering's id that another one has, in whichever pathway: results name the offering only.
    func uniqueOfferings(_ pathways: [DocumentValue]) {
        let offerings = pathways.flatMap { pathway -> [DocumentValue] in
            guard let list = pathway.node.mapping?["offerings"]?.sequence else { return [] }
            return list.enumerated().map { index, node in
                DocumentValue(
                    node: node, path: "\(pathway.path).offerings[\(index)]", document: pathway.document)
            }
        }
        unique(offerings, "id", of: "the programme's offerings")
    }
}

extension JSONIndex {
    /// Where a node stands: `data.rate.currency`, `data.subResults[2].score`; a key stands where its value does.
    func path(of target: Int, _ base: UnsafePointer<UInt8>) -> String {
        var path = ""
        var node = 0
        while node < target, node < nodes.count {
            let end = Int(nodes[node].next)
            guard target < end else { break }
            guard let step = step(from: node, to: target, base, &path) else { break }
            node = step
        }
        return path
    }

    private func step(from parent: Int, to target: Int, _ base: UnsafePointer<UInt8>, _ path: inout String) -> Int? {
        let end = Int(nodes[parent].next)
        var child = parent + 1
        var number = 0
        while child < end {
            let isObject = nodes[parent].kind == .object
            let value = isObject ? child + 1 : child
            guard value < nodes.count else { return nil }
            if target < Int(nodes[value].next) {
                if isObject {
                    path += (path.isEmpty ? "" : ".") + JSONText.string(nodes[child], base)
                } else {
                    path += "[\(number)]"
                }
                return target < value ? nil : value
            }
            child = Int(nodes[value].next)
            number += 1
        }
        return nil
    }
}

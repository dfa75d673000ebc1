extension JSONIndexer {
    /// Passes over a value that is nested too deeply: brackets are counted and strings respected, no more.
    mutating func skipDeep() throws(JSONSyntaxError) {
        if !index.faults.contains(where: { $0.reason == .depth }) {
            index.faults.append(
                JSONIndex.Fault(
                    reason: .depth, node: index.nodes.count, message: "is nested deeper than \(depthLimit) levels"))
        }
        let start = position
        var open = 0
        repeat {
            guard position < count else { throw unexpected("a closing bracket") }
            switch base[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
            case UInt8(ascii: "\""): skipQuoted()
            default: break
            }
            position += 1
        } while open > 0
        append(.null, from: start, to: min(position, count))
    }

    private mutating func skipQuoted() {
        position += 1
        while position < count, base[position] != UInt8(ascii: "\"") {
            position += base[position] == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    /// Notes the keys that stand twice in an object (I-JSON, RFC 7493): readers would disagree which one counts.
    ///
    /// Each key sets one bit of 64; only a key that finds its bit set is compared with those before it.
    mutating func noteDuplicates(of object: Int) {
        let end = Int(index.nodes[object].next)
        var seen: UInt64 = 0
        var keys = 0
        var node = object + 1
        while node < end {
            let key = index.nodes[node]
            keys += 1
            if key.flags.contains(.escaped) || keys > 64 { return noteDuplicatesByText(of: object) }
            let length = Int(key.end - key.start)
            var hash = UInt64(length)
            if length > 0 {
                hash = hash &* 31 &+ UInt64(base[Int(key.start)])
                hash = hash &* 31 &+ UInt64(base[Int(key.end) - 1])
                hash = hash &* 31 &+ UInt64(base[Int(key.start) + length / 2])
            }
            let bit = 1 << ((hash &* 0x9E37_79B9_7F4A_7C15) >> 58) as UInt64
            if seen & bit != 0, isRepeated(node, in: object) { noteDuplicate(node) }
            seen |= bit
            node = Int(index.nodes[node + 1].next)
        }
    }

    private func isRepeated(_ node: Int, in object: Int) -> Bool {
        let key = index.nodes[node]
        let length = Int(key.end - key.start)
        var other = object + 1
        while other < node {
            let candidate = index.nodes[other]
            if Int(candidate.end - candidate.start) == length {
                var offset = 0
                while offset < length, base[Int(candidate.start) + offset] == base[Int(key.start) + offset] {
                    offset += 1
                }
                if offset == length { return true }
            }
            other = Int(index.nodes[other + 1].next)
        }
        return false
    }

    private mutating func noteDuplicatesByText(of object: Int) {
        let end = Int(index.nodes[object].next)
        var seen: Set<String> = []
        var node = object + 1
        while node < end {
            if !seen.insert(JSONText.string(index.nodes[node], base)).inserted { noteDuplicate(node) }
            node = Int(index.nodes[node + 1].next)
        }
    }

    private mutating func noteDuplicate(_ node: Int) {
        guard index.faults.count < ContractProblem.limit else { return }
        index.faults.append(JSONIndex.Fault(reason: .duplicate, node: node, message: "stands twice in its object"))
    }
}

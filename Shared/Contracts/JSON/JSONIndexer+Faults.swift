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

    /// Notes a key among those before it in its object.
    ///
    /// Each key sets one bit of 64; only a key that finds its bit set is compared with those before it.
    @inline(__always)
    mutating func note(_ key: Int, in object: Int, _ keys: inout KeyBits.Seen) {
        let node = index.nodes[key]
        keys.count += 1
        if node.flags.contains(.escaped) || keys.count > 64 {
            keys.mayRepeat = true
            return
        }
        let bit = KeyBits.bit(base + Int(node.start), Int(node.end &- node.start))
        if keys.bits & bit != 0, !keys.mayRepeat, isRepeated(key, in: object) { keys.mayRepeat = true }
        keys.bits |= bit
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

    /// Notes the keys that stand twice in an object (I-JSON, RFC 7493): readers would disagree which one counts.
    mutating func noteDuplicates(of object: Int) {
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

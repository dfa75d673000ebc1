import Foundation

/// Reads a payload from an indexed JSON text, field by field in the order of the contract.
///
/// A field is looked for where the contract's order puts it, and only then among all the others, so that a message
/// written by the same description is read in one pass. Works on pointers, as ``JSONIndexer`` does: they are valid
/// because ``read(_:_:_:at:root:)`` is the only way to make a decoder, and it lives no longer than that call.
public struct PayloadDecoder: PayloadVisitor {
    let base: UnsafePointer<UInt8>
    let nodes: UnsafePointer<JSONIndex.Node>
    private(set) var problems: [ContractProblem] = []
    private var first = 0
    private var end = 0
    private var cursor = 0
    private var problemsBefore = 0
    /// A bit for each key of the present object, see ``KeyBits``; 0 until one is looked for.
    private var keys: UInt64 = 0

    /// Reads a payload from its node; the paths of its problems begin with `root`.
    static func read(
        _ type: any Payload.Type, _ bytes: UnsafeBufferPointer<UInt8>, _ index: JSONIndex, at node: Int,
        root: StaticString
    ) -> Result<any Payload, ContractProblems> {
        index.nodes.withUnsafeBufferPointer { nodes in
            guard let base = bytes.baseAddress, let first = nodes.baseAddress, node < nodes.count else {
                return .failure(ContractProblems(path: "\(root)", "is required"))
            }
            var decoder = PayloadDecoder(base: base, nodes: first)
            if let value = type.read(&decoder, at: node, .any), decoder.problems.isEmpty { return .success(value) }
            decoder.prefix(root, from: 0)
            return .failure(ContractProblems(decoder.problems))
        }
    }

    /// Reads a field that must be there.
    @inline(__always)
    public mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    ) {
        let node = find(name)
        if node >= 0, nodes[node].kind != .null {
            let before = problems.count
            if let read = Value.read(&self, at: node, rule) { value = read }
            if problems.count > before { prefix(name, from: before) }
        } else if let absent = Value.whenAbsent(rule) {
            value = absent
        } else {
            note("\(name)", node >= 0 ? "is required, found null" : "is required")
        }
    }

    /// Reads a field that may be absent or null.
    @inline(__always)
    public mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    ) {
        let node = find(name)
        guard node >= 0, nodes[node].kind != .null else { return }
        let before = problems.count
        value = Value.read(&self, at: node, rule)
        if problems.count > before { prefix(name, from: before) }
    }

    /// Judges what must hold between the fields of this object, once they are all good.
    public mutating func check(_ name: StaticString, _ message: StaticString, _ holds: @autoclosure () -> Bool) {
        if problems.count == problemsBefore, !holds() { note("\(name)", "\(message)") }
    }

    /// Notes a problem at a path below the present object or value.
    mutating func note(_ path: String, _ message: String) {
        guard problems.count < ContractProblem.limit else { return }
        problems.append(ContractProblem(path: path, message: message))
    }

    /// Reads an object's fields in its place.
    @inline(__always)
    mutating func object<Value: Payload>(_ node: Int, _ type: Value.Type) -> Value? {
        guard nodes[node].kind == .object else {
            note("", "must be an object, found \(found(node))")
            return nil
        }
        let saved = (first, end, cursor, problemsBefore, keys)
        first = node + 1
        end = Int(nodes[node].next)
        cursor = first
        keys = 0
        problemsBefore = problems.count
        var value = Value()
        value.visit(&self)
        let good = problems.count == problemsBefore
        (first, end, cursor, problemsBefore, keys) = saved
        return good ? value : nil
    }

    /// Puts the name of a field or the number of an element before the paths noted below it.
    mutating func prefix(_ name: StaticString, from start: Int) {
        prefix("\(name)", from: start)
    }

    /// Puts a step before the paths noted below it.
    mutating func prefix(_ step: String, from start: Int) {
        for index in start..<max(start, problems.count) {
            let path = problems[index].path
            let joint = path.isEmpty || path.hasPrefix("[") ? "" : "."
            problems[index].path = step + joint + path
        }
    }

    /// The node of a field's value, or -1.
    @inline(__always)
    private mutating func find(_ name: StaticString) -> Int {
        if cursor < end, matches(cursor, name) {
            let node = cursor + 1
            cursor = Int(nodes[node].next)
            return node
        }
        return search(name)
    }

    @inline(never)
    private mutating func search(_ name: StaticString) -> Int {
        // Most fields that are looked for are absent: ten of an engagement's twenty-five.
        if keys == 0 { gatherKeys() }
        guard keys & KeyBits.bit(name.utf8Start, name.utf8CodeUnitCount) != 0 else { return -1 }
        let stop = cursor
        var key = cursor
        while key < end {
            if matches(key, name) {
                cursor = Int(nodes[key + 1].next)
                return key + 1
            }
            key = Int(nodes[key + 1].next)
        }
        key = first
        while key < stop {
            if matches(key, name) { return key + 1 }
            key = Int(nodes[key + 1].next)
        }
        return -1
    }

    private mutating func gatherKeys() {
        var key = first
        while key < end {
            let node = nodes[key]
            // An escaped key may be any name.
            keys |=
                node.flags.contains(.escaped) ? .max : KeyBits.bit(base + Int(node.start), Int(node.end - node.start))
            key = Int(nodes[key + 1].next)
        }
    }

    @inline(__always)
    private func matches(_ key: Int, _ name: StaticString) -> Bool {
        let node = nodes[key]
        let length = name.utf8CodeUnitCount
        if node.flags.contains(.escaped) { return JSONText.string(node, base) == "\(name)" }
        return Int(node.end &- node.start) == length && memcmp(base + Int(node.start), name.utf8Start, length) == 0
    }
}

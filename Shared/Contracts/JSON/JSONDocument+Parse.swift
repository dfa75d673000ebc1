extension JSONDocument {
    /// Reads a JSON text; nil when it is none, or has a fault that ``EnvelopeReader`` would refuse.
    public init?(parsing bytes: [UInt8], limits: EnvelopeLimits = .standard) {
        let document = bytes.withUnsafeBufferPointer { buffer -> JSONDocument? in
            guard let base = buffer.baseAddress,
                let index = try? JSONIndexer.index(buffer, depthLimit: limits.depth), index.faults.isEmpty
            else { return nil }
            return JSONDocument(index, 0, base)
        }
        guard let document else { return nil }
        self = document
    }

    private init(_ index: JSONIndex, _ node: Int, _ base: UnsafePointer<UInt8>) {
        let value = index.nodes[node]
        switch value.kind {
        case .null: self = .null
        case .yes: self = .boolean(true)
        case .no: self = .boolean(false)
        case .number: self = .number(JSONText.string(value, base))
        case .string: self = .string(JSONText.string(value, base))
        case .array:
            var elements: [JSONDocument] = []
            var child = node + 1
            while child < Int(value.next) {
                elements.append(JSONDocument(index, child, base))
                child = Int(index.nodes[child].next)
            }
            self = .array(elements)
        case .object:
            var members: [Member] = []
            var key = node + 1
            while key < Int(value.next) {
                members.append(Member(JSONText.string(index.nodes[key], base), JSONDocument(index, key + 1, base)))
                key = Int(index.nodes[key + 1].next)
            }
            self = .object(members)
        }
    }
}

extension PayloadDecoder {
    /// Reads a payload that stands alone; the paths of its problems begin with `data`.
    static func decode(
        _ type: any Payload.Type, _ bytes: [UInt8], limits: EnvelopeLimits
    ) -> Result<any Payload, ContractProblems> {
        guard bytes.count <= limits.bytes else {
            return .failure(ContractProblems(path: "", RefusalCode.tooLarge(bytes.count, limits)))
        }
        return bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONSyntaxError) {
                let index = try JSONIndexer.index(buffer, depthLimit: limits.depth)
                if !index.faults.isEmpty { return .failure(problems(of: index, buffer, below: "data")) }
                return read(type, buffer, index, at: 0, root: "data")
            } catch {
                return .failure(ContractProblems(path: "data", error.sentence))
            }
        }
    }

    /// The faults of an indexed text as problems.
    static func problems(
        of index: JSONIndex, _ bytes: UnsafeBufferPointer<UInt8>, below root: String
    ) -> ContractProblems {
        guard let base = bytes.baseAddress else { return ContractProblems([]) }
        return ContractProblems(
            index.faults.map { fault in
                let path = index.path(of: fault.node, base)
                let joint = root.isEmpty || path.isEmpty || path.hasPrefix("[") ? "" : "."
                return ContractProblem(path: root + joint + path, message: fault.message)
            })
    }
}

extension Payload {
    /// Reads a body from its JSON; paths begin with `data`.
    public static func decode(
        _ bytes: [UInt8], limits: EnvelopeLimits = .standard
    ) -> Result<Self, ContractProblems> {
        PayloadDecoder.decode(self, bytes, limits: limits).flatMap { value in
            guard let value = value as? Self else {
                return .failure(ContractProblems(path: "data", "is of another type"))
            }
            return .success(value)
        }
    }

    /// The JSON of the body.
    public func encoded() -> [UInt8] {
        var encoder = PayloadEncoder()
        // Most bodies need no more, and growing copies what there is.
        encoder.bytes.reserveCapacity(700)
        var payload = self
        payload.write(to: &encoder)
        return encoder.bytes
    }
}

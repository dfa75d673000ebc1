/// All contracts: what services know of each other, and the world of them.
public enum Catalogue {
    /// Every contract, inbound first.
    public static let all: [Contract] = inbound + events + answers

    /// The contract of a type's name.
    public static func contract(named name: String) -> Contract? {
        var name = name
        return name.withUTF8 { contract(named: UnsafeRawBufferPointer($0)) }
    }

    /// The contract of a type.
    public static func contract(of type: EventType) -> Contract? {
        contract(named: type.name)
    }

    /// Whether no service has a queue for a type, so that a broker without anybody who wants it may drop it.
    ///
    /// - Parameter routingKey: the type's name, a full stop and the two digits of the partition.
    public static func isForOutsideOnly(routingKey: String) -> Bool {
        var key = routingKey
        return key.withUTF8 { bytes in
            contract(named: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).dropLast(3)))?.direction
                == .outboundOnly
        }
    }

    /// The contract of a name as a person writes it: in full, or without `guildhall.` and `.v1`.
    public static func find(_ name: String) -> Result<Contract, ContractProblems> {
        let contract = contract(named: name) ?? contract(named: "guildhall.\(name).v1")
        return contract.map { .success($0) } ?? .failure(unknown(name))
    }

    /// The contract of a type's name, in bytes.
    static func contract(named name: UnsafeRawBufferPointer) -> Contract? {
        table.find(name)
    }

    /// Reads the body of a type from its JSON; paths begin with `data`.
    public static func decode(
        _ type: EventType, _ bytes: [UInt8], limits: EnvelopeLimits = .standard
    ) -> Result<any Payload, ContractProblems> {
        guard let contract = contract(of: type) else { return .failure(unknown(type.name)) }
        return PayloadDecoder.decode(contract.payload, bytes, limits: limits)
    }

    /// The JSON of a body.
    public static func encode(_ payload: any Payload) -> [UInt8] { payload.encoded() }

    /// Appends the JSON of a body.
    public static func encode(_ payload: any Payload, into bytes: inout [UInt8]) {
        var encoder = PayloadEncoder()
        swap(&encoder.bytes, &bytes)
        write(payload, to: &encoder)
        swap(&encoder.bytes, &bytes)
    }

    /// A body of a known type is copied in place; as `any Payload` its copy would be another piece of memory.
    private static func write(_ payload: some Payload, to encoder: inout PayloadEncoder) {
        var payload = payload
        payload.write(to: &encoder)
    }

    /// Why a type is refused, and which one may have been meant.
    static func unknown(_ name: String) -> ContractProblems {
        let near = all.map(\.type.name).filter { isNear($0, name) || isNear($0, "guildhall.\(name).v1") }.sorted()
        let hint = near.isEmpty ? "see `guildhall contracts list`" : "did you mean \(near.joined(separator: " or "))?"
        return ContractProblems(path: "type", "is unknown: \"\(name.prefix(200))\"; \(hint)")
    }

    /// Whether two names agree but for the version, the prefix or a slip of the finger.
    private static func isNear(_ known: String, _ name: String) -> Bool {
        let (left, right) = (Array(known.utf8), Array(name.utf8.prefix(100)))
        if left.isEmpty || right.count < 5 { return false }
        var row = Array(0...right.count)
        for (line, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let change = diagonal + (right[column] == byte ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count] <= 3
    }
}

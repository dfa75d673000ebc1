extension Bool: ContractValue {
    /// Reads true or false.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: FlagRule) -> Bool? {
        switch decoder.nodes[node].kind {
        case .yes: return true
        case .no: return false
        default:
            decoder.note("", "must be true or false, found \(decoder.found(node))")
            return nil
        }
    }

    /// Writes true or false.
    public func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(contentsOf: self ? [0x74, 0x72, 0x75, 0x65] : [0x66, 0x61, 0x6C, 0x73, 0x65])
    }

    /// A yes or no.
    public static func schema(_ rule: FlagRule) -> JSONDocument {
        guard let absent = rule.absent else { return ["type": "boolean"] }
        return ["type": "boolean", "default": .boolean(absent)]
    }

    /// What the rule says.
    public static func whenAbsent(_ rule: FlagRule) -> Bool? { rule.absent }
}

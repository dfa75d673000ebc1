/// An event whose envelope is good; its data has been found to be JSON and is read on demand.
public struct ReadEvent: Sendable {
    /// What it says about itself.
    public let envelope: Envelope
    /// The JSON of the event as it came; nil in binary mode, where attributes and data come apart.
    public let whole: ArraySlice<UInt8>?
    /// What holds the data: the message, or the decoded `data_base64`.
    let body: [UInt8]
    /// Where everything stands in it; nil when the data is no JSON, which only the judge of any CloudEvent allows.
    let index: JSONIndex?
    /// The node of the data; nil when there is none.
    let node: Int?
    /// Where the body's event begins in the bytes that the index was made of.
    let range: Range<Int>

    /// The JSON of the data, or its bytes when it is no JSON; nil when there is none.
    public var data: ArraySlice<UInt8>? {
        guard let node else { return nil }
        guard let index else { return body[range] }
        let value = index.nodes[node]
        let margin = value.kind == .string ? 1 : 0
        return body[range.lowerBound + Int(value.start) - margin..<range.lowerBound + Int(value.end) + margin]
    }

    /// Reads the data as the contract of the event's type says.
    public func decode() -> Result<any Payload, RefusedEvent> {
        guard let contract = Catalogue.contract(of: envelope.type) else {
            return .failure(refused(.unknownType, Catalogue.unknown(envelope.type.name)))
        }
        guard let index, let node else {
            return .failure(refused(.invalidData, ContractProblems(path: "data", "is required")))
        }
        let result = body.withUnsafeBufferPointer { buffer in
            PayloadDecoder.read(
                contract.payload, UnsafeBufferPointer(rebasing: buffer[range]), index, at: node, root: "data")
        }
        return result.mapError { refused(.invalidData, $0) }
    }

    private func refused(_ code: RefusalCode, _ problems: ContractProblems) -> RefusedEvent {
        RefusedEvent(
            code, problems.problems, id: envelope.id, source: envelope.source, type: envelope.type.name)
    }
}

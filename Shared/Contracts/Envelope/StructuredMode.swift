import Foundation

/// Reads an event whose attributes and data are members of one JSON object.
enum StructuredMode {
    /// Reads an indexed event.
    static func read(
        _ body: [UInt8], _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ index: JSONIndex,
        limits: EnvelopeLimits, judge: EnvelopeJudge
    ) -> EnvelopeReader.Outcome {
        guard let base = bytes.baseAddress, index.nodes[0].kind == .object else {
            let problem = ContractProblem(path: "", message: "must be a JSON object with the attributes of an event")
            return .failure(RefusedEvent(.invalidEnvelope, [problem]))
        }
        var parser = EnvelopeParser(judge: judge)
        var data: Int?
        var encoded: Int?
        let end = Int(index.nodes[0].next)
        var key = 1
        while key < end {
            let value = key + 1
            switch member(index, key, base) {
            case .data: data = value
            case .dataBase64: if index.nodes[value].kind != .null { encoded = value }
            case let name: take(name, index, key, base, &parser)
            }
            key = Int(index.nodes[value].next)
        }
        if data != nil, encoded != nil { parser.note("data_base64", "must not be there beside data") }
        let decoded = encoded.flatMap { decode(index.nodes[$0], base, &parser) }
        let envelope = parser.finish()
        if !index.faults.isEmpty { return .failure(fault(index, bytes, parser)) }
        guard let envelope else { return .failure(refused(.invalidEnvelope, parser.problems, parser)) }
        if let decoded { return inner(decoded, envelope, parser, whole: body[range], limits: limits) }
        return .success(
            ReadEvent(
                envelope: envelope, whole: body[range], body: body, index: index, node: data, range: range))
    }

    /// Why an event of this parser is refused.
    static func refused(
        _ code: RefusalCode, _ problems: [ContractProblem], _ parser: EnvelopeParser
    ) -> RefusedEvent {
        RefusedEvent(
            code, problems, id: parser.reference?.text, source: parser.source, type: parser.type?.name)
    }

    /// An event whose data stands alone: decoded from base64, or the body of a message in binary mode.
    static func inner(
        _ body: [UInt8], _ envelope: Envelope, _ parser: EnvelopeParser, whole: ArraySlice<UInt8>?,
        limits: EnvelopeLimits
    ) -> EnvelopeReader.Outcome {
        let range = 0..<body.count
        guard parser.isDataJSON else {
            return .success(
                ReadEvent(envelope: envelope, whole: whole, body: body, index: nil, node: 0, range: range))
        }
        return body.withUnsafeBufferPointer { bytes in
            do throws(JSONSyntaxError) {
                let index = try JSONIndexer.index(bytes, depthLimit: limits.depth - 1)
                guard index.faults.isEmpty else {
                    let problems = PayloadDecoder.problems(of: index, bytes, below: "data").problems
                    return .failure(refused(code(index), problems, parser))
                }
                return .success(
                    ReadEvent(envelope: envelope, whole: whole, body: body, index: index, node: 0, range: range))
            } catch {
                return .failure(
                    refused(.notJSON, [ContractProblem(path: "data", message: error.sentence)], parser))
            }
        }
    }

    private static func member(_ index: JSONIndex, _ key: Int, _ base: UnsafePointer<UInt8>) -> AttributeName {
        let node = index.nodes[key]
        if node.flags.contains(.escaped) { return AttributeName(rawValue: JSONText.string(node, base)) ?? .other }
        return AttributeName(UnsafeRawBufferPointer(start: base + Int(node.start), count: Int(node.end - node.start)))
    }

    private static func take(
        _ name: AttributeName, _ index: JSONIndex, _ key: Int, _ base: UnsafePointer<UInt8>,
        _ parser: inout EnvelopeParser
    ) {
        let value = index.nodes[key + 1]
        let raw = UnsafeRawBufferPointer(start: base + Int(value.start), count: Int(value.end - value.start))
        switch value.kind {
        case .string where value.flags.contains(.broken): break
        case .string where value.flags.contains(.escaped):
            let text = JSONText.unescaped(UnsafeBufferPointer(start: base + Int(value.start), count: raw.count))
            text.withUnsafeBytes { judge(name, index, key, base, $0, &parser) }
        case .string: judge(name, index, key, base, raw, &parser)
        case .null: break
        default: if name != .other { parser.note(name.rawValue, "must be a text") }
        }
        if name == .other { judgeExtension(index, key, base, &parser) }
    }

    private static func judge(
        _ name: AttributeName, _ index: JSONIndex, _ key: Int, _ base: UnsafePointer<UInt8>,
        _ text: UnsafeRawBufferPointer, _ parser: inout EnvelopeParser
    ) {
        if name != .other { return parser.take(name, text) }
        if !AttributeText.isClean(text) {
            parser.note(JSONText.string(index.nodes[key], base), AttributeText.uncleanMessage)
        }
    }

    /// An extension: a well-formed name, and a text, a truth value or a 32-bit integer.
    private static func judgeExtension(
        _ index: JSONIndex, _ key: Int, _ base: UnsafePointer<UInt8>, _ parser: inout EnvelopeParser
    ) {
        let name = index.nodes[key]
        let value = index.nodes[key + 1]
        let raw = UnsafeRawBufferPointer(start: base + Int(name.start), count: Int(name.end - name.start))
        if !AttributeText.isName(raw) {
            parser.note(
                JSONText.string(name, base), "is no name of an attribute: lower-case letters and digits only")
        }
        switch value.kind {
        case .string, .yes, .no, .null: return
        case .number:
            let digits = UnsafeRawBufferPointer(start: base + Int(value.start), count: Int(value.end - value.start))
            if case .value(let number) = NumberText.read(digits, places: 0), Int32(exactly: number) != nil { return }
            parser.note(JSONText.string(name, base), "must be a 32-bit integer, if it is a number")
        case .object, .array:
            parser.note(JSONText.string(name, base), "must be a text, a truth value or an integer")
        }
    }

    private static func decode(
        _ node: JSONIndex.Node, _ base: UnsafePointer<UInt8>, _ parser: inout EnvelopeParser
    ) -> [UInt8]? {
        guard node.kind == .string, let data = Data(base64Encoded: JSONText.string(node, base)) else {
            parser.note("data_base64", "must be a text in Base64 (RFC 4648) with its padding")
            return nil
        }
        return Array(data)
    }

    private static func fault(
        _ index: JSONIndex, _ bytes: UnsafeBufferPointer<UInt8>, _ parser: EnvelopeParser
    ) -> RefusedEvent {
        let faults = PayloadDecoder.problems(of: index, bytes, below: "").problems
        // What could not be read is not missing.
        let paths = Set(faults.map(\.path))
        let others = parser.problems.filter { !paths.contains($0.path) }
        return refused(code(index), Array((faults + others).prefix(ContractProblem.limit)), parser)
    }

    private static func code(_ index: JSONIndex) -> RefusalCode {
        switch index.faults.first?.reason {
        case .depth: .tooDeep
        case .duplicate: .duplicateKey
        case .text, nil: .invalidText
        }
    }
}

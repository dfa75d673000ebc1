/// Reads the CloudEvents of one message, however they were sent, and judges each of them alone.
///
/// There is no official way of sending CloudEvents over AMQP 0-9-1. Taken are the structured mode, the batch, and the
/// binary mode with attributes in headers that begin with `ce-`, `cloudEvents_` or `cloudEvents:`.
public enum EnvelopeReader {
    /// One event of a message.
    public typealias Outcome = Result<ReadEvent, RefusedEvent>

    /// The events of a message; one refusal when the message as a whole cannot be read.
    public static func read(
        body: [UInt8], contentType: String?, headers: [String: String] = [:],
        limits: EnvelopeLimits = .standard, judge: EnvelopeJudge = .guildhall
    ) -> [Outcome] {
        if let refused = tooLarge(body, limits) { return [.failure(refused)] }
        // Spares the search through a media type for what services send each other.
        if contentType == Envelope.structuredContentType {
            return [event(body, 0..<body.count, limits: limits, judge: judge)]
        }
        let mediaType = contentType.flatMap { MediaType($0) }
        if let mediaType, mediaType.name.hasPrefix("application/cloudevents") {
            guard mediaType.isUTF8 else {
                return [refused("must be in UTF-8, found \"\(contentType ?? "")\"")]
            }
            switch mediaType.name {
            case Envelope.structuredContentType:
                return [event(body, 0..<body.count, limits: limits, judge: judge)]
            case Envelope.batchContentType:
                return batch(body, limits: limits, judge: judge)
            default:
                return [refused("is not taken: send \(Envelope.structuredContentType), found \"\(mediaType.name)\"")]
            }
        }
        return [BinaryMode.read(body, contentType, headers, limits: limits, judge: judge)]
    }

    /// The event of a message that holds one in structured mode, as services write to each other.
    public static func event(
        of body: [UInt8], limits: EnvelopeLimits = .standard, judge: EnvelopeJudge = .guildhall
    ) -> Outcome {
        if let refused = tooLarge(body, limits) { return .failure(refused) }
        return event(body, 0..<body.count, limits: limits, judge: judge)
    }

    private static func tooLarge(_ body: [UInt8], _ limits: EnvelopeLimits) -> RefusedEvent? {
        if body.count <= limits.bytes { return nil }
        return RefusedEvent(
            .tooLarge, [ContractProblem(path: "", message: RefusalCode.tooLarge(body.count, limits))])
    }

    /// Reads one event that stands at a place of the bytes.
    static func event(
        _ body: [UInt8], _ range: Range<Int>, limits: EnvelopeLimits, judge: EnvelopeJudge
    ) -> Outcome {
        body.withUnsafeBufferPointer { buffer in
            let bytes = UnsafeBufferPointer(rebasing: buffer[range])
            do throws(JSONSyntaxError) {
                let index = try JSONIndexer.index(bytes, depthLimit: limits.depth)
                return StructuredMode.read(body, range, bytes, index, limits: limits, judge: judge)
            } catch {
                return .failure(notJSON(error))
            }
        }
    }

    private static func batch(_ body: [UInt8], limits: EnvelopeLimits, judge: EnvelopeJudge) -> [Outcome] {
        let ranges: Result<[Range<Int>], JSONSyntaxError> = body.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) in try JSONSplitter.elements(buffer) }
        }
        switch ranges {
        case .success(let ranges): return ranges.map { event(body, $0, limits: limits, judge: judge) }
        case .failure(let error): return [.failure(notJSON(error))]
        }
    }

    static func notJSON(_ error: JSONSyntaxError) -> RefusedEvent {
        RefusedEvent(.notJSON, [ContractProblem(path: "", message: error.sentence)])
    }

    private static func refused(_ message: String) -> Outcome {
        .failure(RefusedEvent(.unknownContentType, [ContractProblem(path: "content-type", message: message)]))
    }
}

import Contracts

/// The message by the contracts, as the services read and write it.
struct OwnJSON {
    /// A message that was read.
    struct Message {
        let envelope: Envelope
        let record: EngagementRecorded
    }

    func read(_ body: [UInt8]) throws -> Message {
        let outcomes = EnvelopeReader.read(body: body, contentType: Envelope.structuredContentType)
        guard case .success(let event)? = outcomes.first, case .success(let payload) = event.decode(),
            let record = payload as? EngagementRecorded
        else { throw BenchError("the contracts do not read the message") }
        return Message(envelope: event.envelope, record: record)
    }

    func write(_ message: Message) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = write(message, into: &bytes)
        return bytes
    }

    /// Writes into a buffer that is used again; how many bytes.
    func write(_ message: Message, into bytes: inout [UInt8]) -> Int {
        bytes.removeAll(keepingCapacity: true)
        message.envelope.encode(payload: message.record, into: &bytes)
        return bytes.count
    }
}

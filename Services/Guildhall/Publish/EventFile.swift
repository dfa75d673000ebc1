import Contracts
import Foundation

/// Events of a file: one event, a JSON array of them, or one a line.
enum EventFile {
    /// An event as it will be sent.
    struct Event: Sendable {
        var body: [UInt8]
        /// What can be read of its envelope; nil when it cannot be sent, because it has no type to be sent under.
        var type: String?
        var id: String?
        var source: String?
        var problem: String?
    }

    /// Reads a file, or standard input for `-`.
    static func read(_ path: String) throws -> [Event] {
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: path))
        let bytes = Array(data)
        guard let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return [] }
        if first == UInt8(ascii: "[") { return events(bytes, Envelope.batchContentType) }
        let whole = events(bytes, Envelope.structuredContentType)
        if whole.count == 1, whole[0].type != nil { return whole }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        return lines.filter { !$0.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
            .flatMap { events(Array($0), Envelope.structuredContentType) }
    }

    private static func events(_ bytes: [UInt8], _ contentType: String) -> [Event] {
        let limits = EnvelopeLimits(bytes: 1 << 30, depth: 512)
        return EnvelopeReader.read(body: bytes, contentType: contentType, limits: limits, judge: .cloudEvents).map {
            switch $0 {
            case .success(let event):
                let envelope = event.envelope
                return Event(
                    body: Array(event.whole ?? bytes[...]), type: envelope.type.name, id: envelope.id,
                    source: envelope.source)
            case .failure(let refused):
                return Event(
                    body: bytes, type: contentType == Envelope.structuredContentType ? refused.type : nil,
                    id: refused.id, source: refused.source, problem: refused.message)
            }
        }
    }
}

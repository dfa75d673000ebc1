import Contracts

/// What is to be said about one event of a file.
struct EventVerdict {
    /// The CloudEvents `id`, where it could be read.
    var id: String?
    /// What is wrong; empty when the event would be taken.
    var errors: [String]

    /// Judges the event that stands at a place.
    init(_ bytes: [UInt8], _ range: Range<Int>, envelopeOnly: Bool) {
        let judge: EnvelopeJudge = envelopeOnly ? .cloudEvents : .guildhall
        let outcome = EventText.read(bytes, range, judge: judge).flatMap { event in
            envelopeOnly ? .success(event.envelope.id) : event.decode().map { _ in event.envelope.id }
        }
        switch outcome {
        case .success(let id): (self.id, errors) = (id, [])
        case .failure(let refused): (id, errors) = (refused.id, refused.problems.map(\.description))
        }
    }

    /// The verdict as a line of JSON.
    func line(_ index: Int) -> String {
        let document: JSONDocument = [
            "index": .integer(index),
            "id": id.map { .string($0) } ?? .null,
            "ok": .boolean(errors.isEmpty),
            "errors": .array(errors.map { .string($0) }),
        ]
        return document.compact
    }
}

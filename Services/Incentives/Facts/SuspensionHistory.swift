import Contracts

/// The suspensions of a credential and their lifts, as they were told; in any order they make the same history.
struct SuspensionHistory: Hashable, Sendable {
    /// A time in which the credential gives nothing.
    struct Span: Hashable, Sendable {
        let from: Timestamp
        /// Nil where it has no end.
        let until: Timestamp?

        func contains(_ moment: Timestamp) -> Bool {
            from <= moment && (until.map { moment < $0 } ?? true)
        }
    }

    /// A suspension, or the lift of one, which has no end.
    private struct Mark: Hashable {
        let at: Timestamp
        let until: Timestamp?
    }

    private var marks: [Int64: Mark] = [:]

    init() {}

    /// Takes in that a suspension was set, or lifted, at a sequence; false where that is known.
    mutating func note(sequence: Int64, at moment: Timestamp, until: Timestamp?) -> Bool {
        guard marks[sequence] == nil else { return false }
        marks[sequence] = Mark(at: moment, until: until)
        return true
    }

    /// Takes in another history of the same credential; false where all of it is known.
    mutating func merge(_ other: SuspensionHistory) -> Bool {
        let before = marks.count
        marks.merge(other.marks) { known, _ in known }
        return marks.count > before
    }

    /// The times of suspension, each until it ended, was lifted or was set anew.
    var spans: [Span] {
        let ordered = marks.sorted { $0.key < $1.key }.map(\.value)
        return ordered.indices.compactMap { place in
            guard let until = ordered[place].until else { return nil }
            let next = place + 1 < ordered.count ? ordered[place + 1].at : until
            let end = min(until, next)
            return ordered[place].at < end ? Span(from: ordered[place].at, until: end) : nil
        }
    }

    /// Until when it is suspended as last told; nil where it is not.
    var suspendedUntil: Timestamp? {
        marks.max { $0.key < $1.key }?.value.until
    }
}

extension SuspensionHistory {
    /// A history as its column keeps it.
    init(text: String) throws {
        for entry in text.split(separator: ";") {
            let parts = entry.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 3, let sequence = Int64(parts[0]), let at = Int64(parts[1]) else {
                throw UnknownWord(word: text)
            }
            marks[sequence] = Mark(
                at: Timestamp(microseconds: at), until: Int64(parts[2]).map { Timestamp(microseconds: $0) })
        }
    }

    /// How a column keeps it: `sequence,at,until` divided by semicolons; nil where there is nothing to keep.
    var text: String? {
        if marks.isEmpty { return nil }
        return marks.sorted { $0.key < $1.key }.map { sequence, mark in
            let until = mark.until.map { String($0.microseconds) } ?? ""
            return "\(sequence),\(mark.at.microseconds),\(until)"
        }.joined(separator: ";")
    }
}

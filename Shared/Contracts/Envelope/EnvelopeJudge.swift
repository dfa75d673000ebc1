/// How strictly an envelope is judged beyond the rules of CloudEvents.
public enum EnvelopeJudge: Sendable, Equatable {
    /// What Guildhall takes: JSON data, and ids and sources short enough to be keys.
    case guildhall
    /// Any CloudEvent of version 1.0.
    case cloudEvents

    /// The most bytes that an `id`, a `source` and the like may have.
    var keyLimit: Int {
        self == .guildhall ? 500 : .max
    }
}

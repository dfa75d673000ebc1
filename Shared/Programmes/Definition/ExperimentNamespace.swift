/// A part of the workers that concurrent experiments share out among them (EXP-14).
///
/// Every unit has one of 100 places in a namespace; an experiment takes those from `from` up to, but not including,
/// `until`. Experiments of one namespace whose places do not overlap share no worker.
public struct ExperimentNamespace: Hashable, Sendable {
    /// Its name; the same name gives the same places.
    public let id: String
    /// The first place, from 0.
    public let from: Int64
    /// The place after the last one, at most 100.
    public let until: Int64

    /// The places of an experiment in a namespace.
    public init(id: String, from: Int64, until: Int64) {
        self.id = id
        self.from = from
        self.until = until
    }

    /// How many places a namespace has.
    public static let places: Int64 = 100
}

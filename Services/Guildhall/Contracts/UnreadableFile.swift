/// A file of events that cannot be read.
struct UnreadableFile: Error, CustomStringConvertible {
    /// Where it should be.
    var path: String
    /// What stands in the way.
    var reason: String

    /// The whole sentence.
    var description: String { "\(path) cannot be read: \(reason)" }
}

/// What is wrong with one field of a message, and what to do.
public struct ContractProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many problems of one message are told.
    public static let limit = 20

    /// Where: `data.rate.currency`; empty for the message as a whole.
    public var path: String
    /// The end of a sentence that begins with the path: `must be three capital letters of ISO 4217, found "usd"`.
    public var message: String

    /// A problem of its parts.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// The whole sentence.
    public var description: String {
        path.isEmpty ? message : "\(path) \(message)"
    }
}

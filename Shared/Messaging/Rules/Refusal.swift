/// Why an input was refused: what happened, where, and what to do.
public struct Refusal: Error, Sendable, Equatable {
    /// A stable word for the reason, in kebab case: `unknown-programme`.
    public var code: String
    /// Where in the message: `data.programme`; empty for the message as a whole.
    public var path: String
    /// One sentence that a stranger understands, with the remedy.
    public var message: String

    /// A refusal of its parts.
    public init(code: String, path: String, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }
}

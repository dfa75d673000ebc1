/// A text that is no value of its setting: says what would have been one.
public struct InvalidValue: Error, Hashable, Sendable {
    /// What a value must be, as it follows "must be": "a whole number from 1 to 65535".
    public let expectation: String

    /// A refusal that names what would have been accepted.
    public init(_ expectation: String) {
        self.expectation = expectation
    }
}

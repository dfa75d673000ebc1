/// Why a document cannot be read as linked data.
public struct LinkedDataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The error code of JSON-LD 1.1 where it has one, otherwise a word of the same kind.
    public let code: String
    /// What was found, for people.
    public let detail: String

    /// An error of a code and what was found.
    public init(_ code: String, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// The code and what was found.
    public var description: String {
        "\(code): \(detail)"
    }
}

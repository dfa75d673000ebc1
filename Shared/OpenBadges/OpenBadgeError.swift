/// Why a credential cannot be made or read.
public struct OpenBadgeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A word for the kind of fault.
    public let code: String
    /// What was found, for people.
    public let detail: String

    /// A fault of a kind.
    public init(_ code: String, _ detail: String) {
        self.code = code
        self.detail = detail
    }

    /// The kind and what was found.
    public var description: String {
        "\(code): \(detail)"
    }
}

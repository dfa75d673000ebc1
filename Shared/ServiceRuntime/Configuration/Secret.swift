/// A text that no dump, log line or error shows.
public struct Secret: Hashable, Sendable {
    private let text: String

    /// Wraps a text.
    public init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one place that needs it.
    public func reveal() -> String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What is shown instead of any secret.
    public static let placeholder = "[secret]"

    /// The placeholder.
    public var description: String { Secret.placeholder }

    /// The placeholder.
    public var debugDescription: String { Secret.placeholder }

    /// Nothing: `dump` walks mirrors.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a message is refused before any service has judged what it says.
public enum RefusalCode: String, Sendable, Hashable, CaseIterable {
    /// It has more bytes than are taken.
    case tooLarge = "too-large"
    /// Objects and lists are nested more deeply than is taken.
    case tooDeep = "too-deep"
    /// It is not JSON.
    case notJSON = "not-json"
    /// A text in it is not valid UTF-8, or holds a broken escape.
    case invalidText = "invalid-text"
    /// A key stands twice in an object.
    case duplicateKey = "duplicate-key"
    /// Its content type names no way of sending CloudEvents that is taken.
    case unknownContentType = "unknown-content-type"
    /// Its CloudEvents attributes break a rule.
    case invalidEnvelope = "invalid-envelope"
    /// Its type is not in the catalogue.
    case unknownType = "unknown-type"
    /// Its data breaks the contract of its type.
    case invalidData = "invalid-data"

    /// The sentence about a message of so many bytes.
    static func tooLarge(_ count: Int, _ limits: EnvelopeLimits) -> String {
        "is too large: \(count) bytes, at most \(limits.bytes) are taken"
    }
}

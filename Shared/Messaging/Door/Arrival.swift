import Contracts
import Crypto

/// Something that arrived and is not decided yet, with what is needed to answer, refuse or retry it.
struct Arrival: Sendable {
    /// What the reader made of it.
    enum Content: Sendable {
        /// A readable item.
        case item(Item)
        /// An inbound message that cannot be an item; known by (source, id) where these could be read.
        indirect case refused(RefusedMessage)
        /// A message of Guildhall's own that nobody can read: set aside for a person.
        indirect case unreadable(id: Identifier, source: String, messageID: String, type: String, reason: String)
    }

    /// What it is.
    var content: Content
    /// The event's JSON, for refusals and retries; empty for timers and commands.
    var body: [UInt8] = []
    /// The broker user who published it.
    var brokerUser: String?
    /// Where an answer is wanted, if anywhere.
    var answer: AnswerAddress?
    /// Whether an earlier delivery, or an attempt whose outcome nobody knows, may have applied it already.
    var mayBeApplied = false
    /// Whether a retry row stands for it, which goes when it succeeds.
    var fromRetry = false

    /// Size and SHA-256 of the whole message, where only its beginning was kept.
    var original: (size: Int, digest: [UInt8])?

    /// Bytes of the whole message.
    var size: Int { original?.size ?? body.count }

    /// SHA-256 of the whole message.
    var digest: [UInt8] { original?.digest ?? Array(SHA256.hash(data: body)) }

    /// The item, if it is one.
    var item: Item? {
        if case .item(let item) = content { item } else { nil }
    }
}

/// An inbound message that is refused before any rule sees it.
struct RefusedMessage: Sendable {
    var source: String
    var messageID: String
    var type: String
    var refusal: Refusal
}

/// Where a publisher waits for an answer: a direct reply-to address.
struct AnswerAddress: Sendable {
    var replyTo: String
    var correlationID: String?
}

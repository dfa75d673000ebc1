/// What an invitation to a pathway carries (ONB-07, ONB-13).
public struct InvitationPlan: Hashable, Sendable {
    /// The text of the invitation.
    public let text: String
    /// The quote; an invitation without one is incomplete.
    public let quote: PeerQuote?
    /// Days for which its link holds.
    public let linkDays: Int

    /// An invitation of these parts.
    public init(
        text: String = "invitation",
        quote: PeerQuote? = nil,
        linkDays: Int = 30
    ) {
        self.text = text
        self.quote = quote
        self.linkDays = linkDays
    }
}

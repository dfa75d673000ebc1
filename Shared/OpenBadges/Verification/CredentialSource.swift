/// Where keys and status lists come from.
public struct CredentialSource: Sendable {
    /// Why there is no answer.
    public enum Failure: Error, Hashable, Sendable {
        /// The source is down, or does not answer in time: nothing can be told.
        case unavailable(String)
        /// The address may not be asked, or what it answers is no answer.
        case refused(String)
    }

    /// What an address leads to; the media types are those that can be used, the best first.
    public let fetch: @Sendable (_ url: String, _ mediaTypes: [String]) async -> Result<[UInt8], Failure>

    /// A source.
    public init(
        _ fetch: @escaping @Sendable (_ url: String, _ mediaTypes: [String]) async -> Result<[UInt8], Failure>
    ) {
        self.fetch = fetch
    }
}

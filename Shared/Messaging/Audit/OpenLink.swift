/// A link of the chain in the making: entries are hashed as they come, and nothing is signed yet.
struct OpenLink {
    let number: Int64
    /// The link before it.
    let previous: [UInt8]
    /// The first transaction id that it covers.
    let from: String
    /// The transaction id below which all entries are in the digest.
    var to: String
    var digest = AuditChain.Digest()

    /// The link that follows one, of which nothing has been hashed.
    init(number: Int64, previous: [UInt8], from: String) {
        self.number = number
        self.previous = previous
        self.from = from
        to = from
    }
}

/// What `credentialing rate` prints: how fast one core signs at all, and how fast it makes credentials.
struct SigningRound: Codable, Sendable {
    /// Signatures of 64 bytes a second.
    var ed25519: Double
    var p256: Double
    /// Of the fullest credential that there is, a second.
    var canonicalForms: Double
    var documents: Double
    var tokens: Double
    /// Of that credential, keys and status list at hand.
    var verifyMilliseconds: Double
}

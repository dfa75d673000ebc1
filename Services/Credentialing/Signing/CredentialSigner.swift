import Contracts

/// Secures a credential: the one thing that holds a key.
protocol CredentialSigner: Sendable {
    /// The document of a credential with its proof, as the bytes that are kept and served.
    ///
    /// - Parameters:
    ///   - credential: the members of the credential, without a proof.
    ///   - created: when the proof was made.
    func sign(_ credential: [String: JSON], created: Timestamp) throws -> [UInt8]
}

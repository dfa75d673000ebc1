/// Paths of the files that hold keys, typed.
public struct KeySettings: Sendable {
    /// Key that signs credentials.
    public let credentialSigning: String?
    /// Key that signs the seals of audit entries.
    public let auditSigning: String?
    /// Key that protects kept bodies.
    public let bodies: String?

    init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        let readsCredentialKey = KeySetting.credentialSigning.definition.programs.contains(resolved.program)
        credentialSigning = readsCredentialKey ? try resolved(KeySetting.credentialSigning) : nil
        auditSigning = try resolved(KeySetting.auditSigning)
        bodies = try resolved(KeySetting.bodies)
    }
}

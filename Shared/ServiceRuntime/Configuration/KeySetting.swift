/// Files that hold keys.
public enum KeySetting {
    /// Key that signs credentials.
    public static let credentialSigning = Setting<String?>(
        "keys.credential-signing", SettingKind.path.optional, absent: .some(nil),
        programs: [.credentialing, .guildhall],
        "File with the 32-byte key that signs credentials, readable by its owner only.")
    /// Key that signs the seals of audit entries.
    public static let auditSigning = Setting<String?>(
        "keys.audit-signing", SettingKind.path.optional, absent: .some(nil), programs: Program.all,
        "File with the 32-byte key that signs the seals of audit entries, readable by its owner only.")
    /// Key that wraps the keys of bodies.
    public static let bodies = Setting<String?>(
        "keys.bodies", SettingKind.path.optional, absent: .some(nil), programs: Program.all,
        "File with the 32-byte key that protects bodies of refused and parked messages, readable by its owner only.")
}

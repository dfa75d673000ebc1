/// What publishing a text did.
struct ProgrammePublication: Encodable, Sendable, CustomStringConvertible {
    /// Whether there is a new version; false where the newest one has the same text.
    let published: Bool
    /// The version that has the text.
    let version: ProgrammeVersion

    var description: String {
        published
            ? "Published \(version.programme) as version \(version.version)."
            : "\(version.programme) has this text as version \(version.version) already; it stays the newest."
    }
}

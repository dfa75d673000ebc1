/// How the rows of some CSV files become messages.
struct ImportMapping: Sendable {
    /// What the mapping is called; names the file of its progress.
    let id: String
    /// The CloudEvents source of all messages.
    let source: String
    /// The files, by the names the mapping uses.
    let files: [String: MappedFile]
    /// What is made of their rows.
    let records: [RecordMapping]
    /// SHA-256 of the mapping's text, in hexadecimal digits.
    let checksum: String
}

/// A published version, as commands print it.
struct ProgrammeVersion: Encodable, Sendable {
    let programme: String
    let version: Int64
    let publishedAt: String
    let publishedBy: String
    let checksum: String
}

/// All published versions at one moment, for rules that have to look one up.
public struct ProgrammeCatalogue: Sendable {
    private let versions: [String: [Int64: PublishedProgramme]]
    private let newest: [String: PublishedProgramme]
    /// The newest version of every programme, by id.
    public let latest: [PublishedProgramme]

    /// A catalogue of these versions.
    public init(_ programmes: [PublishedProgramme] = []) {
        var versions: [String: [Int64: PublishedProgramme]] = [:]
        var newest: [String: PublishedProgramme] = [:]
        for programme in programmes {
            versions[programme.id, default: [:]][programme.version] = programme
            if programme.version >= newest[programme.id]?.version ?? .min { newest[programme.id] = programme }
        }
        self.versions = versions
        self.newest = newest
        latest = newest.values.sorted { $0.id < $1.id }
    }

    /// The catalogue of the table's rows.
    ///
    /// Rules of publication are not asked again: what was once published reads the same for ever.
    ///
    /// - Throws: ``ProgrammeProblems`` of the first row that cannot be read.
    public init(rows: [ProgrammeRow]) throws(ProgrammeProblems) {
        var programmes: [PublishedProgramme] = []
        for row in rows {
            let definition = try ProgrammeReader.read(row.yaml, for: .use)
            programmes.append(
                PublishedProgramme(definition: definition, version: row.version, publishedAt: row.publishedAt))
        }
        self.init(programmes)
    }

    /// A version of a programme, or its newest when no version is asked for.
    public func find(programme: String, version: Int64? = nil) -> PublishedProgramme? {
        guard let version else { return newest[programme] }
        return versions[programme]?[version]
    }
}

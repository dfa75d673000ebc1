import Foundation

/// How far an import has come, kept in a file so that a broken one goes on where it stopped.
struct ImportProgress: Sendable {
    /// What is written.
    private struct Content: Codable {
        var key: String
        var mapping: String
        var folder: String
        var records: Int
        var confirmed: Int
    }

    /// The file.
    let url: URL
    private let key: String
    private let mapping: String
    private let folder: String
    private let records: Int

    /// The progress of an import that is told from others by its mapping, folder, source, limit and seed.
    init(url: URL, plan: ImportPlan, source: String, folder: URL, seed: UInt64?, records: Int) {
        self.url = url
        self.folder = folder.standardizedFileURL.path
        self.records = records
        mapping = plan.rows.mapping.id
        key = Checksum.hexadecimal(
            of: [plan.rows.mapping.checksum, self.folder, source, seed.map { String($0) } ?? "in order"]
                .joined(separator: "\n"))
    }

    /// How many records, in order, are known to be confirmed.
    ///
    /// - Throws: when the file is of another import, or the files have another number of records by now.
    func confirmed() throws -> Int {
        guard FileManager.default.fileExists(atPath: url.path) else { return 0 }
        let content: Content
        do {
            content = try JSONDecoder().decode(Content.self, from: Data(contentsOf: url))
        } catch {
            throw ImportError(
                file: url.path, "The progress cannot be read: \(error).",
                remedy: "Remove the file, or begin anew with --no-resume.")
        }
        guard content.key == key, content.records == records, (0...records).contains(content.confirmed) else {
            throw ImportError(
                file: url.path, "The progress is of another import, or its files have changed since.",
                remedy: "Name another file with --resume, or begin anew with --no-resume.")
        }
        return content.confirmed
    }

    /// Notes how many are confirmed.
    func save(confirmed: Int) throws {
        let content = Content(key: key, mapping: mapping, folder: folder, records: records, confirmed: confirmed)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try encoder.encode(content).write(to: url, options: .atomic)
    }

    /// Forgets the progress of an import that is complete, so that the next one begins anew.
    func remove() throws {
        if FileManager.default.fileExists(atPath: url.path) { try FileManager.default.removeItem(at: url) }
    }
}

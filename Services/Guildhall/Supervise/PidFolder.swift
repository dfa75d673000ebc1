import Foundation

/// A folder of files that hold process ids, by which scripts find what runs here.
struct PidFolder: Sendable {
    /// The supervisor's own entry.
    static let supervisor = "supervisor"

    private let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// Writes the id of a process in one step, so that nobody reads half of it.
    func write(_ id: pid_t, name: String) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try Data("\(id)\n".utf8).write(to: file(name), options: .atomic)
    }

    /// Removes an entry; one that is gone already is as good.
    func remove(_ name: String) {
        unlink(file(name).path)
    }

    private func file(_ name: String) -> URL {
        url.appendingPathComponent("\(name).pid")
    }
}

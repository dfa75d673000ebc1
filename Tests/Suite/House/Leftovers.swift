import Foundation

/// What a run of the tests that was broken off has left running.
enum Leftovers {
    /// Ends it: the supervisor first, so that nothing is started again.
    ///
    /// Only programs that the tests started are touched: their command line names the tests' own folder.
    static func end() throws {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Layout.pids.path)) ?? []
        for file in files.sorted(by: { $0.hasPrefix("supervisor") && !$1.hasPrefix("supervisor") }) {
            let url = Layout.pids.appendingPathComponent(file)
            if let id = pid(in: url), isOurs(id) { kill(id, SIGKILL) }
            try FileManager.default.removeItem(at: url)
        }
    }

    /// The process id that a file holds.
    static func pid(in url: URL) -> pid_t? {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static func isOurs(_ id: pid_t) -> Bool {
        guard let words = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
        return String(decoding: words, as: UTF8.self).contains(Layout.folder.path)
    }
}

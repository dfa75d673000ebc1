import Foundation

/// What everything ran on.
struct Machine: Codable, Sendable {
    var cores: Int
    var processor: String
    var memoryMegabytes: Int
    var kernel: String
    /// By program.
    var versions: [String: String]
    /// The commit that was measured, with `+` where files had been changed since.
    var commit: String
    /// Processes that wanted to run before anything was started, averaged over 1, 5 and 15 minutes.
    var loadBefore: [Double]
    var startedAt: String

    /// This machine, now.
    init(versions: [String: String], commit: String) throws {
        cores = ProcessInfo.processInfo.activeProcessorCount
        processor = try Machine.field("model name", of: "/proc/cpuinfo") ?? "unknown"
        memoryMegabytes = Int(ProcessInfo.processInfo.physicalMemory >> 20)
        kernel = try String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8).trimmed
        self.versions = versions
        self.commit = commit
        loadBefore = try Machine.load()
        startedAt = Date.now.formatted(.iso8601)
    }

    /// The machine's load, averaged over 1, 5 and 15 minutes.
    static func load() throws -> [Double] {
        let text = try String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text.split(separator: " ").prefix(3).compactMap { Double($0) }
    }

    private static func field(_ name: String, of file: String) throws -> String? {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: ":", maxSplits: 1).last.map { String($0).trimmed }
    }
}

extension String {
    /// The text without space around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

import Foundation

/// One look at `/proc`: who runs, whose child it is, and how much processor time it has used.
struct ProcessTable: Sendable {
    private struct Entry {
        let parent: Int32
        /// Its own time, in clock ticks.
        let own: Int64
        /// That of its children that have ended and were waited for, in clock ticks.
        let ended: Int64
    }

    private var entries: [Int32: Entry] = [:]
    private static let ticksASecond = Double(sysconf(Int32(_SC_CLK_TCK)))

    init() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            // A process may end while the list is read.
            guard let id = Int32(name), let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
            else { continue }
            entries[id] = ProcessTable.entry(text)
        }
    }

    /// Processor seconds of a process and all its children, those that have ended included.
    func cpuSeconds(ofTree root: Int32) -> Double {
        guard let entry = entries[root] else { return 0 }
        var sum = Double(entry.own + entry.ended) / ProcessTable.ticksASecond
        for (id, child) in entries where child.parent == root { sum += cpuSeconds(ofTree: id) }
        return sum
    }

    /// Processor seconds of everything on the machine since it started.
    static func machineCPUSeconds() throws -> Double {
        let text = try String(contentsOfFile: "/proc/stat", encoding: .utf8)
        let figures = text.prefix { $0 != "\n" }.split(separator: " ").dropFirst().compactMap { Int64($0) }
        guard figures.count >= 8 else { throw BenchError("/proc/stat has no line of processors") }
        // user, nice, system, idle, waiting for disks, interrupts, soft interrupts, stolen: all but idle and waiting.
        let busy = figures[0] + figures[1] + figures[2] + figures[5] + figures[6]
        return Double(busy) / ticksASecond
    }

    /// The second field is the program's name in parentheses and may hold anything, so fields count from its end.
    private static func entry(_ text: String) -> Entry? {
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 14, let parent = Int32(fields[1]), let user = Int64(fields[11]),
            let system = Int64(fields[12]), let endedUser = Int64(fields[13]), let endedSystem = Int64(fields[14])
        else { return nil }
        return Entry(parent: parent, own: user + system, ended: endedUser + endedSystem)
    }
}

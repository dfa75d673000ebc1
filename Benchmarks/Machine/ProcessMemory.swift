import Foundation

/// Memory of a process that is not swapped out, in kilobytes.
struct ProcessMemory: Codable, Sendable {
    /// Now.
    let resident: Int
    /// The most since the process began.
    let peak: Int
    /// Of what is resident, the process's own: heap and stacks, without the pages of programs and libraries.
    let own: Int

    init(of process: Int32) throws {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        func kilobytes(_ field: String) throws -> Int {
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
                let value = Int(line.filter(\.isNumber))
            else { throw BenchError("/proc/\(process)/status has no \(field)") }
            return value
        }
        resident = try kilobytes("VmRSS:")
        peak = try kilobytes("VmHWM:")
        own = try kilobytes("RssAnon:")
    }
}

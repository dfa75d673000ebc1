import Foundation

/// What the kernel says of this process in `/proc/self/stat`.
struct ProcessReading {
    let processorSeconds: Double
    let threads: Int
    /// Seconds after the machine's start.
    let startSeconds: Double
    let virtualBytes: Int
    let residentPages: Int

    /// When the machine started, in seconds since the epoch.
    static let bootSeconds: Double? = {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("btime ") })
        else { return nil }
        return Double(line.dropFirst(6))
    }()

    /// Reads it now; nil where there is no such file.
    init?() {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8) else { return nil }
        self.init(stat: text)
    }

    /// Reads the text of the file; fields are counted after the program's name, which may contain blanks.
    init?(stat text: String) {
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(whereSeparator: \.isWhitespace)
        guard fields.count > 21, let user = Double(fields[11]), let system = Double(fields[12]),
            let threads = Int(fields[17]), let start = Double(fields[19]), let virtual = Int(fields[20]),
            let resident = Int(fields[21])
        else { return nil }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        self.processorSeconds = (user + system) / ticks
        self.threads = threads
        self.startSeconds = start / ticks
        self.virtualBytes = virtual
        self.residentPages = resident
    }
}

import Foundation

/// The open TCP connections of a process, by the port at their other end.
struct Sockets: Sendable {
    /// Remote port and local port of each.
    private let pairs: [(remote: Int, local: Int)]

    init(of process: Int32) throws {
        let folder = "/proc/\(process)/fd"
        var own: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            if let inode = Sockets.inode("\(folder)/\(name)") { own.insert(inode) }
        }
        // This file comes a page at a time, and a reader that goes by its size sees the first page only.
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(process)/net/tcp"))
        let table = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        pairs = table.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: " ")
            // The state 01 is an established connection.
            guard fields.count > 9, fields[3] == "01", own.contains(String(fields[9])),
                let local = Sockets.port(fields[1]), let remote = Sockets.port(fields[2])
            else { return nil }
            return (remote, local)
        }
    }

    /// How many go to a port.
    func count(to port: Int) -> Int { pairs.count { $0.remote == port } }

    /// The local ports of those that go to a port, by which the server knows them.
    func localPorts(to port: Int) -> Set<Int> { Set(pairs.filter { $0.remote == port }.map(\.local)) }

    /// The number of the socket that a link such as `socket:[4711]` leads to, which is no path; nil of any other link, and of
    /// a file that was closed while the list was read.
    private static func inode(_ link: String) -> String? {
        var target = [CChar](repeating: 0, count: 64)
        let length = readlink(link, &target, target.count)
        guard length > 0 else { return nil }
        let text = String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.hasPrefix("socket:[") ? String(text.dropFirst(8).dropLast()) : nil
    }

    /// The port of an address such as `0100007F:1F90`.
    private static func port(_ address: Substring) -> Int? {
        address.split(separator: ":").last.flatMap { Int($0, radix: 16) }
    }
}

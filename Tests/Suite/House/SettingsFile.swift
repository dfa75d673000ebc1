import Foundation

/// A configuration file of a program: lines of `key = value`.
struct SettingsFile: Sendable {
    private(set) var values: [String: String] = [:]

    init(_ url: URL) throws {
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            guard let equals = line.firstIndex(of: "=") else { continue }
            let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            values[line[..<equals].trimmingCharacters(in: .whitespaces)] = value
        }
    }

    subscript(_ key: String) -> String {
        get { values[key] ?? "" }
        set { values[key] = newValue }
    }

    /// Writes the settings where only their owner can read them.
    func write(to url: URL) throws {
        let lines = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }
        let contents = Data(lines.joined().utf8)
        guard
            FileManager.default.createFile(atPath: url.path, contents: contents, attributes: [.posixPermissions: 0o600])
        else { throw SuiteFailure("cannot write \(url.path)") }
    }
}

/// A configuration file: lines of `key = value`; blank lines and lines that begin with `#` say nothing.
///
/// A value runs to the end of its line, without the blanks around it, so that a password may contain `#` and `=`.
struct ConfigurationFile: Sendable {
    /// Texts by key of the setting.
    private(set) var entries: [String: SettingSource.Entry] = [:]
    /// What cannot be accepted.
    private(set) var problems: [String] = []

    init(_ text: String, path: String, definitions: [SettingDefinition]) {
        let known = Set(definitions.map(\.key))
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingBlanks()
            let place = "\(path) line \(index + 1)"
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let equals = line.firstIndex(of: "=") else {
                problems.append("\(place): expected `key = value`")
                continue
            }
            let key = String(line[..<equals].trimmingBlanks())
            guard known.contains(key) else {
                problems.append("\(place): unknown key \"\(key)\"\(NearestName.hint(for: key, among: known))")
                continue
            }
            let value = String(line[line.index(after: equals)...].trimmingBlanks())
            if let earlier = entries.updateValue(.init(text: value, place: place), forKey: key) {
                problems.append("\(place): \(key) was set before (\(earlier.place))")
            }
        }
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> Substring {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}

/// Flags of a command line: `--name value` or `--name=value`, each known and given once.
struct CommandLineFlags: Sendable {
    /// Texts by key of the setting.
    private(set) var entries: [String: SettingSource.Entry] = [:]
    /// The configuration file that `--config` names.
    private(set) var file: String?
    /// Whether `--help` was given.
    private(set) var wantsHelp = false
    /// What cannot be accepted.
    private(set) var problems: [String] = []

    init(_ arguments: [String], definitions: [SettingDefinition]) {
        let keys = Dictionary(uniqueKeysWithValues: definitions.map { ($0.flag, $0.key) })
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                wantsHelp = true
                continue
            }
            guard argument.hasPrefix("--") else {
                problems.append("unexpected argument \"\(argument)\": settings are given as --name value")
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let flag = String(parts[0])
            guard flag == "--config" || keys[flag] != nil else {
                let hint = NearestName.hint(for: flag, among: keys.keys + ["--config", "--help"])
                problems.append("unknown flag \(flag)\(hint)")
                if parts.count == 1, let next = rest.first, !next.hasPrefix("--") { rest.removeFirst() }
                continue
            }
            guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                problems.append("\(flag) needs a value")
                continue
            }
            if let key = keys[flag] {
                if entries.updateValue(.init(text: value, place: "flag \(flag)"), forKey: key) != nil {
                    problems.append("\(flag) is given twice")
                }
            } else {
                if file != nil { problems.append("--config is given twice") }
                file = value
            }
        }
    }
}

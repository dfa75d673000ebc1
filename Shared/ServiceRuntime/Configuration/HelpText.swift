/// What `--help` prints.
enum HelpText {
    static func render(_ program: Program) -> String {
        var lines = [
            "usage: \(program.rawValue) [--config FILE] [--NAME VALUE]...",
            "",
            "A flag wins over its environment variable, that over the file, that over the default.",
            "",
            "  --config FILE",
            "      File of `key = value` lines. [GUILDHALL_CONFIG]",
        ]
        for setting in SettingCatalogue.definitions(for: program) {
            lines.append("  \(setting.flag) (\(setting.kind))")
            var notes = ["[\(setting.variable)]"]
            if let text = setting.defaultText(for: program), !text.isEmpty { notes.append("[default: \(text)]") }
            lines.append("      \(setting.documentation) \(notes.joined(separator: " "))")
        }
        lines.append("  --help, -h")
        lines.append("      Print this and stop.")
        return lines.joined(separator: "\n")
    }
}

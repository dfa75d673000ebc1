/// The table of every setting, as `docs/configuration.md` holds it.
public enum ConfigurationReference {
    /// The whole document.
    public static func markdown() -> String {
        var lines = [
            "# Configuration",
            "",
            "<!-- Generated from the list of settings in Shared/ServiceRuntime/Configuration; a test compares. -->",
            "",
            "Every program reads its settings from four places: a flag wins over an environment variable, that",
            "over the configuration file, that over the default. The file is named by `--config` or",
            "`GUILDHALL_CONFIG`; its lines read `key = value`, and lines that begin with `#` are comments. A value",
            "runs to the end of its line. A file may serve several programs: a key that only another program reads",
            "is passed over, an unknown key or flag is refused. Lengths of time are whole numbers with a unit:",
            "`250ms`, `10s`, `2m`, `1h`.",
            "",
            "What is not listed, such as encryption of the link to the database (`PGSSLMODE`, `PGSSLROOTCERT`),",
            "libpq takes from its own environment variables.",
            "",
            "`PROGRAM --help` prints the settings of one program.",
            "",
            "| Key | Flag | Variable | Value | Default | Read by | Meaning |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += SettingCatalogue.all.map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ setting: SettingDefinition) -> String {
        let secret = setting.isSecret ? " Never shown." : ""
        let cells = [
            "`\(setting.key)`", "`\(setting.flag)`", "`\(setting.variable)`", setting.kind, defaults(setting),
            readers(setting), setting.documentation + secret,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func defaults(_ setting: SettingDefinition) -> String {
        var parts = Program.allCases.compactMap { program in
            setting.defaultsByProgram[program].map { "\(program.rawValue) `\($0)`" }
        }
        if let text = setting.defaultText, !text.isEmpty {
            parts.append(parts.isEmpty ? "`\(text)`" : "otherwise `\(text)`")
        }
        return parts.isEmpty
            ? (setting.isOptional || setting.defaultText != nil ? "" : "must be set")
            : parts.joined(separator: ", ")
    }

    private static func readers(_ setting: SettingDefinition) -> String {
        switch setting.programs {
        case Program.all: "all"
        case Program.services: "services"
        default: Program.allCases.filter(setting.programs.contains).map(\.rawValue).joined(separator: ", ")
        }
    }
}

/// Everything about a setting but the Swift type of its value: what help, table and validation need.
public struct SettingDefinition: Sendable {
    /// Dotted name, as it stands in a configuration file.
    public let key: String
    /// What a value is, in two or three words.
    public let kind: String
    /// Value when no source gives one, unless the program has its own.
    public let defaultText: String?
    /// Defaults that differ between programs.
    public let defaultsByProgram: [Program: String]
    /// Whether the program can run without a value.
    public let isOptional: Bool
    /// One sentence for help and the table.
    public let documentation: String
    /// Whether the value must never be shown.
    public let isSecret: Bool
    /// The programs that read it.
    public let programs: Set<Program>
    /// Refuses what is no value.
    let check: @Sendable (String) throws(InvalidValue) -> Void

    /// The parts of the key, as sources are asked for them.
    var components: [String] { key.split(separator: ".").map(String.init) }

    /// The flag that sets it.
    public var flag: String { "--" + key.replacing(".", with: "-") }

    /// The environment variable that sets it.
    public var variable: String { "GUILDHALL_" + key.uppercased().replacing(".", with: "_").replacing("-", with: "_") }

    /// The default of one program.
    public func defaultText(for program: Program) -> String? {
        defaultsByProgram[program] ?? defaultText
    }
}

/// A setting with the type of its value.
public struct Setting<Value: Sendable>: Sendable {
    /// Name, documentation, default and the rest.
    public let definition: SettingDefinition
    /// The value when there is neither a text nor a default; nil when there must be one.
    let absent: Value?
    private let parse: @Sendable (String) throws(InvalidValue) -> Value

    init(
        _ key: String,
        _ kind: SettingKind<Value>,
        default defaultText: String? = nil,
        byProgram: [Program: String] = [:],
        absent: Value? = nil,
        secret: Bool = false,
        programs: Set<Program> = Program.services,
        _ documentation: String,
    ) {
        self.parse = kind.parse
        self.absent = absent
        self.definition = SettingDefinition(
            key: key,
            kind: kind.name,
            defaultText: defaultText,
            defaultsByProgram: byProgram,
            isOptional: absent != nil,
            documentation: documentation,
            isSecret: secret,
            programs: programs,
            check: { (text: String) throws(InvalidValue) in _ = try kind.parse(text) })
    }

    /// Reads a value from its text.
    func value(of text: String) throws(InvalidValue) -> Value {
        try parse(text)
    }
}

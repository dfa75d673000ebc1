/// The text of every setting of one program, and where it came from.
public struct ResolvedSettings: Sendable {
    /// A setting's text and its origin.
    struct Entry: Sendable {
        let definition: SettingDefinition
        let text: String?
        let origin: String
    }

    /// The program that the settings are for.
    public let program: Program
    let entries: [String: Entry]

    /// The value of a setting; the error names the key and the origin.
    public func callAsFunction<Value>(_ setting: Setting<Value>) throws(ConfigurationError) -> Value {
        guard let entry = entries[setting.definition.key], let text = entry.text else {
            guard let absent = setting.absent else {
                throw ConfigurationError([ResolvedSettings.missing(setting.definition)])
            }
            return absent
        }
        do {
            return try setting.value(of: text)
        } catch {
            throw ConfigurationError([ResolvedSettings.problem(error, entry)])
        }
    }

    /// Everything wrong with the texts; nothing when each can be read.
    var problems: [String] {
        entries.values.sorted { $0.definition.key < $1.definition.key }.compactMap(ResolvedSettings.problem)
    }

    private static func problem(_ entry: Entry) -> String? {
        guard let text = entry.text else { return entry.definition.isOptional ? nil : missing(entry.definition) }
        do throws(InvalidValue) {
            try entry.definition.check(text)
            return nil
        } catch {
            return problem(error, entry)
        }
    }

    private static func missing(_ definition: SettingDefinition) -> String {
        "\(definition.key): must be set "
            + "(flag \(definition.flag), variable \(definition.variable) or a line of the file)"
    }

    private static func problem(_ error: InvalidValue, _ entry: Entry) -> String {
        let shown = entry.definition.isSecret ? "the value" : "\"\(entry.text ?? "")\""
        return "\(entry.definition.key): \(shown) must be \(error.expectation) (from \(entry.origin))"
    }
}

extension ResolvedSettings: CustomStringConvertible, CustomReflectable {
    /// One line a setting, secrets replaced, with the origin of each.
    public var description: String {
        entries.values.sorted { $0.definition.key < $1.definition.key }
            .map { "\($0.definition.key) = \(ResolvedSettings.shown($0)) (\($0.origin))" }
            .joined(separator: "\n")
    }

    /// The settings by key, secrets replaced: `dump` walks mirrors.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: entries.values.sorted { $0.definition.key < $1.definition.key }
                .map { (label: $0.definition.key, value: ResolvedSettings.shown($0) as Any) })
    }

    private static func shown(_ entry: Entry) -> String {
        guard let text = entry.text else { return "" }
        return entry.definition.isSecret ? Secret.placeholder : text
    }
}

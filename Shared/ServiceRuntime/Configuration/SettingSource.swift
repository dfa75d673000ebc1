import Configuration

/// One place that settings come from.
///
/// Flags and the file are read here: the library's provider of command-line arguments splits values at commas, and none
/// of its file formats is the one that shell scripts write.
enum SettingSource: Sendable {
    /// A text and where it was written.
    struct Entry: Sendable {
        var text: String
        var place: String
    }

    /// Texts by key: flags, or the lines of a file.
    case written([String: Entry])
    /// A provider that knows the settings under the suite's prefix: the environment, or values in memory.
    case environment(any ConfigProvider)

    /// The text of a setting; nil when this place says nothing.
    func entry(for definition: SettingDefinition) throws(ConfigurationError) -> Entry? {
        switch self {
        case .written(let entries):
            return entries[definition.key]
        case .environment(let provider):
            let key = AbsoluteConfigKey(["guildhall"] + definition.components, context: [:])
            do {
                let found = try provider.value(forKey: key, type: .string)
                guard case .string(let text)? = found.value?.content else { return nil }
                return Entry(text: text, place: "variable \(found.encodedKey)")
            } catch {
                throw ConfigurationError(["\(definition.key): \(provider.providerName) cannot give it: \(error)"])
            }
        }
    }
}

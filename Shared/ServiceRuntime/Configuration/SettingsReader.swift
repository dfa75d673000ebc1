import Configuration
import Foundation

/// Reads a program's settings: flags over environment over file over defaults.
public struct SettingsReader: Sendable {
    /// What a command line asks for.
    public enum Outcome: Sendable {
        /// To run with these settings.
        case run(ResolvedSettings)
        /// To be told which settings there are.
        case help(String)
    }

    private let program: Program
    private let arguments: [String]
    private let environment: any ConfigProvider
    private let contents: @Sendable (String) throws -> Data

    /// A reader over the process's own arguments, environment and files, unless others are given.
    ///
    /// - Parameter arguments: the arguments after the program's name.
    public init(
        program: Program,
        arguments: [String] = Array(CommandLine.arguments.dropFirst()),
        environment: any ConfigProvider = EnvironmentVariablesProvider(),
        contents: @escaping @Sendable (String) throws -> Data = { try Data(contentsOf: URL(filePath: $0)) },
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.contents = contents
    }

    /// Reads and checks every setting, and reports all problems at once.
    public func read() throws(ConfigurationError) -> Outcome {
        let definitions = SettingCatalogue.definitions(for: program)
        let flags = CommandLineFlags(arguments, definitions: definitions)
        if flags.wantsHelp { return .help(HelpText.render(program)) }
        var problems = flags.problems
        var sources = [SettingSource.written(flags.entries), .environment(environment)]
        var path = flags.file
        if path == nil { path = try environmentFile() }
        if let path {
            let file = try configurationFile(path)
            problems += file.problems
            sources.append(.written(file.entries))
        }
        let settings = try resolve(definitions, sources)
        problems += settings.problems
        guard problems.isEmpty else { throw ConfigurationError(problems) }
        return .run(settings)
    }

    private func environmentFile() throws(ConfigurationError) -> String? {
        try SettingSource.environment(environment).entry(for: SettingCatalogue.configurationFile)?.text
    }

    /// A file may serve several programs, so every key of the suite is known in it.
    private func configurationFile(_ path: String) throws(ConfigurationError) -> ConfigurationFile {
        let data: Data
        do {
            data = try contents(path)
        } catch {
            throw ConfigurationError(["cannot read the configuration file \(path): \(error.localizedDescription)"])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationError(["the configuration file \(path) is not UTF-8 text"])
        }
        return ConfigurationFile(text, path: path, definitions: SettingCatalogue.all)
    }

    private func resolve(
        _ definitions: [SettingDefinition], _ sources: [SettingSource],
    ) throws(ConfigurationError) -> ResolvedSettings {
        var entries: [String: ResolvedSettings.Entry] = [:]
        for definition in definitions {
            var text = definition.defaultText(for: program)
            var origin = "default"
            for source in sources {
                guard let found = try source.entry(for: definition) else { continue }
                (text, origin) = (found.text, found.place)
                break
            }
            entries[definition.key] = .init(definition: definition, text: text, origin: origin)
        }
        return ResolvedSettings(program: program, entries: entries)
    }
}

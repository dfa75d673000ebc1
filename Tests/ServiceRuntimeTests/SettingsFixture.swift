import Configuration
import Foundation

@testable import ServiceRuntime

/// Reads settings from given places instead of the process's own.
enum SettingsFixture {
    struct Missing: Error {}

    static func reader(
        _ program: Program = .onboarding, flags: [String] = [], environment: [String: String] = [:],
        files: [String: String] = [:],
    ) -> SettingsReader {
        SettingsReader(
            program: program,
            arguments: flags,
            environment: EnvironmentVariablesProvider(environmentVariables: environment),
            contents: { path in
                guard let text = files[path] else { throw Missing() }
                return Data(text.utf8)
            })
    }

    static func settings(
        _ program: Program = .onboarding, flags: [String] = [], environment: [String: String] = [:],
        files: [String: String] = [:],
    ) throws -> ServiceSettings {
        let reader = reader(program, flags: flags, environment: environment, files: files)
        guard case .run(let resolved) = try reader.read() else { throw Missing() }
        return try ServiceSettings(resolved)
    }

    static func problems(
        _ program: Program = .onboarding, flags: [String] = [], environment: [String: String] = [:],
        files: [String: String] = [:],
    ) -> [String] {
        do throws(ConfigurationError) {
            _ = try reader(program, flags: flags, environment: environment, files: files).read()
            return []
        } catch {
            return error.problems
        }
    }
}

import Logging

/// Sets the process's logging up.
public enum LogSetUp {
    /// Makes every logger of the process write JSON lines; to be called once.
    public static func bootstrap(_ settings: ServiceSettings) {
        let output: LogOutput = settings.logsToStandardOutput ? .standardOutput : .standardError
        let service = settings.program.rawValue
        let level = settings.logLevel
        LoggingSystem.bootstrap(
            { label, provider in
                JSONLogHandler(
                    label: label, service: service, level: level, output: output, metadataProvider: provider)
            },
            metadataProvider: nil)
    }
}

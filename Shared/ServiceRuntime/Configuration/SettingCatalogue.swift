/// Every setting of the suite, in the order of the table.
public enum SettingCatalogue {
    /// All settings of all programs.
    public static let all: [SettingDefinition] = [
        DatabaseSetting.host.definition,
        DatabaseSetting.port.definition,
        DatabaseSetting.name.definition,
        DatabaseSetting.user.definition,
        DatabaseSetting.password.definition,
        DatabaseSetting.connections.definition,
        DatabaseSetting.acquireTimeout.definition,
        DatabaseSetting.connectTimeout.definition,
        DatabaseSetting.statementTimeout.definition,
        BrokerSetting.host.definition,
        BrokerSetting.port.definition,
        BrokerSetting.virtualHost.definition,
        BrokerSetting.user.definition,
        BrokerSetting.password.definition,
        BrokerSetting.repliesUser.definition,
        BrokerSetting.repliesPassword.definition,
        BrokerSetting.control.definition,
        BrokerSetting.heartbeat.definition,
        BrokerSetting.connectTimeout.definition,
        BrokerSetting.authorities.definition,
        BrokerSetting.certificate.definition,
        BrokerSetting.certificateKey.definition,
        WebSetting.host.definition,
        WebSetting.port.definition,
        WebSetting.baseURL.definition,
        WebSetting.requestBytes.definition,
        WebSetting.requestTimeout.definition,
        WebSetting.idleTimeout.definition,
        KeySetting.credentialSigning.definition,
        KeySetting.auditSigning.definition,
        KeySetting.bodies.definition,
        RunningSetting.prefetch.definition,
        RunningSetting.batch.definition,
        RunningSetting.messageBytes.definition,
        RunningSetting.messageDepth.definition,
        RunningSetting.outboxAge.definition,
        RunningSetting.shutdownGrace.definition,
        RunningSetting.logLevel.definition,
        RunningSetting.logOutput.definition,
    ]

    /// The path of the configuration file, which flags and environment alone can give.
    static let configurationFile = Setting(
        "config", .path, programs: Program.all, "File of `key = value` lines."
    ).definition

    /// The settings that one program reads.
    public static func definitions(for program: Program) -> [SettingDefinition] {
        all.filter { $0.programs.contains(program) }
    }
}

import ServiceRuntime
import Testing

@Suite("Settings: where a value comes from")
struct SettingsPrecedenceTests {
    private let file = ["a.conf": "# made by a script\n\ndatabase.host = from-file\n  database.name=held \n"]

    @Test("a flag wins over a variable, that over the file, that over the default")
    func precedence() throws {
        let variables = ["GUILDHALL_DATABASE_HOST": "from-variable", "GUILDHALL_CONFIG": "a.conf"]
        let byFlag = try SettingsFixture.settings(
            flags: ["--database-host", "from-flag"], environment: variables, files: file)
        let byVariable = try SettingsFixture.settings(environment: variables, files: file)
        let byFile = try SettingsFixture.settings(environment: ["GUILDHALL_CONFIG": "a.conf"], files: file)
        let byDefault = try SettingsFixture.settings()
        #expect(byFlag.database.host == "from-flag")
        #expect(byVariable.database.host == "from-variable")
        #expect(byFile.database.host == "from-file")
        #expect(byFile.database.name == "held")
        #expect(byDefault.database.host == "127.0.0.1")
    }

    @Test("--config wins over GUILDHALL_CONFIG")
    func configurationFileFlag() throws {
        let settings = try SettingsFixture.settings(
            flags: ["--config=b.conf"], environment: ["GUILDHALL_CONFIG": "a.conf"],
            files: file.merging(["b.conf": "database.host = other"]) { $1 })
        #expect(settings.database.host == "other")
    }

    @Test("values keep commas, equals signs and number signs from every source")
    func awkwardCharacters() throws {
        let text = "a,b=c#d e"
        let byFlag = try SettingsFixture.settings(flags: ["--broker-password=\(text)"])
        let byVariable = try SettingsFixture.settings(environment: ["GUILDHALL_BROKER_PASSWORD": text])
        let byFile = try SettingsFixture.settings(
            flags: ["--config", "c.conf"], files: ["c.conf": "broker.password = \(text)\r\n"])
        for settings in [byFlag, byVariable, byFile] { #expect(settings.broker.login.password.reveal() == text) }
    }

    @Test("each service has its own role, user and port")
    func defaultsOfPrograms() throws {
        let settings = try SettingsFixture.settings(.credentialing)
        #expect(settings.database.user == "guildhall_credentialing")
        #expect(settings.broker.login.user == "credentialing")
        #expect(settings.broker.replies?.user == "replies")
        #expect(settings.web?.port == 18083)
        #expect(settings.messaging?.prefetch == 2000)
        #expect(settings.messaging?.outboxAge == .seconds(10))
        #expect(settings.messaging?.shutdownGrace == .seconds(25))
        #expect(settings.messageBytes == 262_144)
        #expect(settings.messageDepth == 32)
    }

    @Test("the operator's command reads the same settings without those of a service")
    func operatorCommand() throws {
        let settings = try SettingsFixture.settings(.guildhall)
        #expect(settings.web == nil)
        #expect(settings.messaging == nil)
        #expect(settings.database.user == "guildhall_operator")
    }
}

import Database
import Messaging
import ServiceRuntime
import Testing

@Suite("Settings: secrets")
struct SettingsSecrecyTests {
    @Test("no dump, description or error shows a secret")
    func redaction() throws {
        let settings = try SettingsFixture.settings(
            flags: ["--database-password", "hunter2"],
            environment: ["GUILDHALL_BROKER_PASSWORD": "hunter2", "GUILDHALL_BROKER_REPLIES_PASSWORD": "hunter2"])
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [dumped, settings.description, String(reflecting: settings), "\(settings.database)"] {
            #expect(!text.contains("hunter2"))
        }
        #expect(settings.description.contains("database.password = [secret] (flag --database-password)"))
        #expect(settings.databaseConfiguration.password == "hunter2")
        #expect(settings.brokerConfiguration.password == "hunter2")
    }
}

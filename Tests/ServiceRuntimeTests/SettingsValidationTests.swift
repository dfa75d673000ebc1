import ServiceRuntime
import Testing

@Suite("Settings: what is refused")
struct SettingsValidationTests {
    @Test("a bad value is named with its key, the value, what it must be, and where it came from")
    func badValues() {
        #expect(
            SettingsFixture.problems(environment: ["GUILDHALL_DATABASE_PORT": "abc"]) == [
                "database.port: \"abc\" must be a whole number from 1 to 65535 (from variable GUILDHALL_DATABASE_PORT)"
            ])
        #expect(
            SettingsFixture.problems(flags: ["--shutdown-grace", "soon"]) == [
                "shutdown.grace: \"soon\" must be a length of time such as 250ms, 10s, 2m or 1h, from 1s to 10m "
                    + "(from flag --shutdown-grace)"
            ])
        #expect(
            SettingsFixture.problems(
                flags: ["--config", "x.conf"], files: ["x.conf": "\n\npublic.base-url = ftp://example\n"]) == [
                    "public.base-url: \"ftp://example\" must be an http or https address without query, such as "
                        + "https://guildhall.example (from x.conf line 3)"
                ])
    }

    @Test("all problems are reported at once")
    func severalProblems() {
        let problems = SettingsFixture.problems(
            flags: ["--log-level", "loud", "--http-port", "0", "stray"],
            environment: ["GUILDHALL_MESSAGING_BATCH": "-3"])
        #expect(problems.count == 4)
    }

    @Test("an unknown flag is refused, with the one that was probably meant")
    func unknownFlag() {
        #expect(
            SettingsFixture.problems(flags: ["--databse-host", "x"]) == [
                "unknown flag --databse-host; did you mean --database-host?"
            ])
        #expect(SettingsFixture.problems(flags: ["--qqqqqqqqqqqq=1"]) == ["unknown flag --qqqqqqqqqqqq"])
    }

    @Test("a flag without a value, or given twice, is refused")
    func flagForm() {
        #expect(SettingsFixture.problems(flags: ["--database-host"]) == ["--database-host needs a value"])
        #expect(
            SettingsFixture.problems(flags: ["--database-host", "a", "--database-host=b"]) == [
                "--database-host is given twice"
            ])
    }

    @Test("an unknown or repeated key and a line without an equals sign are refused with file and line")
    func unknownKeys() {
        let text = "database.host = a\ndatabase.hots = b\nnonsense\ndatabase.host = c\n"
        #expect(
            SettingsFixture.problems(flags: ["--config", "x.conf"], files: ["x.conf": text]) == [
                "x.conf line 2: unknown key \"database.hots\"; did you mean database.host?",
                "x.conf line 3: expected `key = value`",
                "x.conf line 4: database.host was set before (x.conf line 1)",
            ])
    }

    @Test("a key that another program reads is passed over in a file that serves several")
    func sharedFile() throws {
        let settings = try SettingsFixture.settings(
            .onboarding, flags: ["--config", "x.conf"], files: ["x.conf": "keys.credential-signing = /k\n"])
        #expect(settings.keys.credentialSigning == nil)
    }

    @Test("a file that cannot be read is an error, not an empty file")
    func missingFile() {
        let problems = SettingsFixture.problems(flags: ["--config", "none.conf"])
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("cannot read the configuration file none.conf") == true)
    }

    @Test("--help lists every setting of the program")
    func help() throws {
        guard case .help(let text) = try SettingsFixture.reader(flags: ["--help", "--nonsense"]).read() else {
            Issue.record("no help")
            return
        }
        for setting in SettingCatalogue.definitions(for: .onboarding) {
            #expect(text.contains(setting.flag))
            #expect(text.contains(setting.variable))
        }
        #expect(!text.contains("--keys-credential-signing"))
    }

    @Test("every default of every program is a value of its setting")
    func defaultsAreValid() {
        for program in Program.allCases { #expect(SettingsFixture.problems(program).isEmpty) }
    }
}

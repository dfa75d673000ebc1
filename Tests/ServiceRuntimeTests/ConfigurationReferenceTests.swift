import Foundation
import ServiceRuntime
import Testing

@Suite("docs/configuration.md")
struct ConfigurationReferenceTests {
    private let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/configuration.md")

    @Test("the table in docs is the one that the list of settings gives (GUILDHALL_WRITE_DOCS=1 writes it)")
    func drift() throws {
        let generated = ConfigurationReference.markdown()
        if getenv("GUILDHALL_WRITE_DOCS") != nil { try Data(generated.utf8).write(to: path) }
        #expect(try String(contentsOf: path, encoding: .utf8) == generated)
    }

    @Test("keys, flags and variables are distinct")
    func distinctNames() {
        let all = SettingCatalogue.all
        #expect(Set(all.map(\.key)).count == all.count)
        #expect(Set(all.map(\.flag)).count == all.count)
        #expect(Set(all.map(\.variable)).count == all.count)
    }
}

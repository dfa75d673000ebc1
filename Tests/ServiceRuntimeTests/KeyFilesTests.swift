import Foundation
import Testing

@testable import ServiceRuntime

@Suite("Key files")
struct KeyFilesTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appending(path: "guildhall-key-\(UUID().uuidString)").path
    }

    @Test("a new key is its owner's alone, can be read again, and never replaces one")
    func create() throws {
        let path = path()
        defer { unlink(path) }
        let key = try KeyFiles.create(path)
        #expect(key.count == 32)
        #expect(try KeyFiles.read(path) == key)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(throws: KeyFileError.unwritable(path, reason: "File exists")) { try KeyFiles.create(path) }
    }

    @Test("a file that others may read is refused")
    func exposed() throws {
        let path = path()
        defer { unlink(path) }
        try KeyFiles.create(path)
        #expect(chmod(path, 0o640) == 0)
        let error = #expect(throws: KeyFileError.self) { try KeyFiles.read(path) }
        #expect(error == .exposed(path, mode: 0o640))
        #expect(error?.description.contains("chmod 600") == true)
    }

    @Test("raw bytes and base64 are keys, anything else is not")
    func forms() {
        let raw = [UInt8](1...32)
        let base64 = Data(raw).base64EncodedString()
        #expect(KeyFiles.key(of: raw[...]) == raw)
        #expect(KeyFiles.key(of: Array(base64.utf8)[...]) == raw)
        #expect(KeyFiles.key(of: Array((base64 + "\r\n").utf8)[...]) == raw)
        #expect(KeyFiles.key(of: Array("short".utf8)[...]) == nil)
        #expect(KeyFiles.key(of: [UInt8](repeating: 0xFF, count: 44)[...]) == nil)
    }

    @Test("a missing file is named")
    func missing() {
        #expect(throws: KeyFileError.unreadable("/nowhere/key", reason: "No such file or directory")) {
            try KeyFiles.read("/nowhere/key")
        }
    }
}

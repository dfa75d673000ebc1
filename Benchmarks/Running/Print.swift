import Foundation

/// Prints what was measured.
enum Print {
    /// One line of JSON on standard output.
    static func line(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
        // Whoever measures for an hour must not lose it with the process.
        fflush(nil)
    }

    /// Something for whoever waits, on standard error.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

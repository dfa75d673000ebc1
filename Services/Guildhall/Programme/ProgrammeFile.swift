import ArgumentParser
import Foundation
import Programmes

/// A programme's text, where it comes from.
enum ProgrammeFile {
    /// The text of a file, or of standard input for `-`.
    static func read(_ path: String) throws -> String {
        let data: Data
        do {
            data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw ValidationError("'\(path)' cannot be read: \(error.localizedDescription)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ValidationError("'\(path)' is not UTF-8; save it as UTF-8.")
        }
        return text
    }
}

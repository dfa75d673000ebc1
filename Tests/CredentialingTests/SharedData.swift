import Foundation

@testable import CredentialingService

/// Test data that is not part of the project: vectors of the W3C, by the variable `GUILDHALL_SHARED` or beside the
/// project's folder.
enum SharedData {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["GUILDHALL_SHARED"] { return URL(filePath: path) }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }()

    static let vectors = root.appending(path: "conformance/credentials/vectors/vc-di-eddsa")

    static let missing = "no W3C vectors at \(vectors.path): set GUILDHALL_SHARED to the folder that holds conformance/"

    static var hasVectors: Bool {
        FileManager.default.fileExists(atPath: vectors.appending(path: "keyPair.json").path)
    }

    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: vectors.appending(path: name))
    }

    /// A text without the line's end.
    static func text(_ name: String) throws -> String {
        String(decoding: try data(name), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func members(_ name: String) throws -> [String: JSON] {
        guard case .object(let members)? = json(try JSONSerialization.jsonObject(with: data(name))) else { return [:] }
        return members
    }

    /// A value as Foundation reads it; the vectors hold texts, lists and objects only.
    private static func json(_ value: Any) -> JSON? {
        switch value {
        case let text as String: .text(text)
        case let list as [Any]: .list(list.compactMap(json))
        case let object as [String: Any]: .object(object.compactMapValues(json))
        default: nil
        }
    }
}

import Foundation
import LinkedData

/// Test data that is not part of the project: contexts and vectors, by the variable `GUILDHALL_SHARED` or beside the
/// project's folder.
enum SharedContexts {
    static let root: URL = {
        let folder: URL
        if let path = ProcessInfo.processInfo.environment["GUILDHALL_SHARED"] {
            folder = URL(filePath: path)
        } else {
            folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
        }
        return folder.appending(path: "conformance/credentials")
    }()

    static let missing = "no contexts at \(root.path): set GUILDHALL_SHARED to the folder that holds conformance/"

    static var arePresent: Bool {
        FileManager.default.fileExists(atPath: root.appending(path: "contexts/index.json").path)
    }

    static func json(_ path: String) throws -> JSON {
        try JSON.parse(try Data(contentsOf: root.appending(path: path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    static func library() throws -> ContextLibrary {
        let index = try json("contexts/index.json").object ?? [:]
        return ContextLibrary(
            try index.compactMapValues { entry in try entry["file"]?.text.map { try json("contexts/\($0)") } })
    }
}

import Foundation

/// What the supervisor has to say of itself, on the standard error.
enum SupervisorLog {
    static func say(_ message: String) {
        let line = "\(Date.now.formatted(.iso8601)) \(message)\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}

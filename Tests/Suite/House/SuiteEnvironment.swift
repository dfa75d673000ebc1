import Foundation
import Testing

/// Where the programs under test are, and the private broker and database that they use.
enum SuiteEnvironment {
    static let needed: Comment = """
        needs the built programs and a private broker and database, which GUILDHALL_TEST_STATE and \
        GUILDHALL_TEST_RABBITMQCTL name: run `make test`
        """

    private static let environment = ProcessInfo.processInfo.environment

    /// Whether everything is there.
    static var isPresent: Bool {
        guard environment["GUILDHALL_TEST_STATE"] != nil, environment["GUILDHALL_TEST_RABBITMQCTL"] != nil else {
            return false
        }
        return FileManager.default.isExecutableFile(atPath: programs.appendingPathComponent("guildhall").path)
    }

    /// The folder that `deploy/local/up` keeps its data in.
    static var state: URL { URL(fileURLWithPath: environment["GUILDHALL_TEST_STATE"] ?? "") }

    /// The broker's control program.
    static var rabbitmqctl: String { environment["GUILDHALL_TEST_RABBITMQCTL"] ?? "rabbitmqctl" }

    /// The checkout.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the built programs.
    static var programs: URL {
        environment["GUILDHALL_BIN"].map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent(".build/debug")
    }
}

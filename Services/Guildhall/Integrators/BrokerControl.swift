import Foundation

/// Administers the broker's users through its own command.
struct BrokerControl: Sendable {
    /// Why the command did not do what was asked.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// `rabbitmqctl`, or a wrapper that reaches the right node.
    let program: String
    let virtualHost: String

    /// Makes a user, or gives an existing one a new password.
    func setUser(_ name: String, password: String) throws {
        let users = try run(["list_users", "--no-table-headers"])
        let exists = users.split(separator: "\n").contains { $0.split(separator: "\t").first.map(String.init) == name }
        // The password goes in by standard input, so that no list of processes shows it.
        _ = try run([exists ? "change_password" : "add_user", name], input: password + "\n")
    }

    /// Sets what a user may configure, write and read, and the routing keys that it may publish under.
    func setPermissions(_ name: String, read: String, types: [String]) throws {
        _ = try run(["set_permissions", "-p", virtualHost, name, "^$", "^guildhall\\.inbound$", read])
        let keys = types.map { $0.replacing(".", with: "\\.") }.joined(separator: "|")
        _ = try run([
            "set_topic_permissions", "-p", virtualHost, name, "guildhall.inbound", "^(\(keys))$", "^$",
        ])
    }

    /// Removes a user with its rights and connections.
    func deleteUser(_ name: String) throws {
        _ = try run(["delete_user", name])
    }

    /// Removes a queue with what waits in it, if it is there.
    func deleteQueue(_ name: String) throws {
        let queues = try run(["list_queues", "-p", virtualHost, "--no-table-headers", "name"])
        guard queues.split(separator: "\n").contains(Substring(name)) else { return }
        _ = try run(["delete_queue", "-p", virtualHost, name])
    }

    private func run(_ arguments: [String], input: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program, "-q"] + arguments
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        if let input { try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let problem = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "\(program) \(arguments[0]) failed: \(String(decoding: problem + text, as: UTF8.self))")
        }
        return String(decoding: text, as: UTF8.self)
    }
}

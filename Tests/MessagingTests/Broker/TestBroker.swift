import Foundation
import Logging

@testable import Messaging

/// The real broker that the environment names, if any.
enum TestBroker {
    static let missing = "no broker: GUILDHALL_TEST_BROKER_HOST is not set"
    static let noControl = "no control of the broker: GUILDHALL_TEST_RABBITMQCTL is not set"
    static let noTLS = "no encrypted listener: GUILDHALL_TEST_BROKER_TLS_PORT and _TLS_AUTHORITY are not set"

    private static let environment = ProcessInfo.processInfo.environment

    static var isPresent: Bool { environment["GUILDHALL_TEST_BROKER_HOST"] != nil }
    static var isControlled: Bool { isPresent && environment["GUILDHALL_TEST_RABBITMQCTL"] != nil }
    static var hasTLS: Bool { isPresent && environment["GUILDHALL_TEST_BROKER_TLS_PORT"] != nil }

    static func configuration(heartbeat: Int = 15, port: Int? = nil) -> BrokerConfiguration {
        BrokerConfiguration(
            host: environment["GUILDHALL_TEST_BROKER_HOST"] ?? "localhost",
            port: port ?? Int(environment["GUILDHALL_TEST_BROKER_PORT"] ?? "") ?? 5672,
            virtualHost: environment["GUILDHALL_TEST_BROKER_VHOST"] ?? "/",
            user: environment["GUILDHALL_TEST_BROKER_USER"] ?? "guest",
            password: environment["GUILDHALL_TEST_BROKER_PASSWORD"] ?? "guest",
            heartbeatSeconds: heartbeat,
            connectionName: "broker-tests")
    }

    static func encrypted() -> BrokerConfiguration {
        var configuration = configuration(port: Int(environment["GUILDHALL_TEST_BROKER_TLS_PORT"] ?? ""))
        configuration.host = "localhost"
        configuration.tls = .init(authorityFile: environment["GUILDHALL_TEST_BROKER_TLS_AUTHORITY"] ?? "")
        return configuration
    }

    static func logger() -> Logger {
        Logger(label: "broker-tests") { _ in SwiftLogNoOpLogHandler() }
    }

    /// Runs `rabbitmqctl` as the environment says, and hands back what it prints.
    @discardableResult
    static func control(_ arguments: String) async throws -> String {
        let command = environment["GUILDHALL_TEST_RABBITMQCTL"] ?? "rabbitmqctl"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(command) -q \(arguments)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BrokerError(.invalid, "rabbitmqctl \(arguments): \(String(decoding: text, as: UTF8.self))")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Calls `body` with a broker and as many fresh queues as wanted, and deletes them afterwards.
    static func withQueues(
        _ count: Int = 1, _ configuration: BrokerConfiguration = configuration(),
        _ body: (AMQPBroker, [String]) async throws -> Void,
    ) async throws {
        let broker = AMQPBroker(configuration, logger: logger())
        let cleaner = AMQPBroker(TestBroker.configuration(), logger: logger())
        let queues = (0..<count).map { "guildhall.test.\(UUID().uuidString).\($0)" }
        try await cleaner.apply(Topology(queues: queues.map { .init(name: $0) }))
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(broker, queues))
        } catch {
            result = .failure(error)
        }
        for queue in queues { try await cleaner.delete(queue: queue) }
        await cleaner.close()
        await broker.close()
        try result.get()
    }
}

/// Whatever a call throws, or nil.
func code(of body: () async throws -> Void) async -> BrokerError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? BrokerError)?.code
    }
}

extension OutgoingMessage {
    /// A message straight to a queue.
    static func to(
        _ queue: String, _ body: String = "x", id: String? = nil, mandatory: Bool = false,
    ) -> OutgoingMessage {
        OutgoingMessage(exchange: "", routingKey: queue, body: Array(body.utf8), messageID: id, mandatory: mandatory)
    }
}

extension DeliverySource {
    /// Takes exactly that many deliveries.
    func collect(_ count: Int) async throws -> [Delivery] {
        var deliveries: [Delivery] = []
        while deliveries.count < count { deliveries += try await next(atMost: count - deliveries.count) }
        return deliveries
    }
}

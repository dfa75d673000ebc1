import Contracts
import Database
import Foundation
import Logging
import Messaging
import ServiceRuntime

/// A local suite as its state folder describes it: settings, connections, processes.
struct BenchHouse: Sendable {
    let home: URL
    /// Another database and virtual host than the suite's.
    let space: String?

    /// The settings file of the operator, as whom records are sent.
    static let `operator` = "guildhall"

    /// The operator's user of the broker.
    func operatorUser() throws -> String { try settings(BenchHouse.operator).brokerConfiguration.user }

    /// The settings of a file of the config folder: a service's, `guildhall` for the operator, `owner`.
    func settings(_ name: String) throws -> ServiceSettings {
        let file = home.appendingPathComponent("config/\(name).conf").path
        let program = ServiceName(rawValue: name).map { Program($0) } ?? .guildhall
        let flags = space.map { ["--database-name", $0, "--broker-vhost", $0] } ?? []
        let reader = SettingsReader(program: program, arguments: ["--config", file] + flags)
        guard case .run(let resolved) = try reader.read() else { throw BenchError("\(file) asks for help") }
        return try ServiceSettings(resolved)
    }

    /// The database, as the role that owns the tables.
    func database() throws -> Database {
        Database(try settings("owner").databaseConfiguration, logger: BenchHouse.logger)
    }

    /// The broker, as the user of a settings file.
    func broker(as name: String) throws -> AMQPBroker {
        AMQPBroker(try settings(name).brokerConfiguration, logger: BenchHouse.logger)
    }

    /// Where a service answers HTTP.
    func address(of service: ServiceName) throws -> String {
        "http://127.0.0.1:\(try settings(service.rawValue).web?.port ?? 0)"
    }

    /// The process that a file of process ids names in its first line.
    func process(_ file: String) throws -> Int32 {
        let text = try String(contentsOf: home.appendingPathComponent(file), encoding: .utf8)
        guard let line = text.split(separator: "\n").first, let id = Int32(line.filter(\.isNumber)) else {
            throw BenchError("\(file) names no process")
        }
        return id
    }

    /// The process of a service.
    func process(of service: ServiceName) throws -> Int32 {
        try process("run/\(service.rawValue).pid")
    }

    /// Warnings go to standard error.
    static let logger: Logger = {
        var logger = Logger(label: "guildhall-bench") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }()
}

import Database
import Foundation
import Messaging

/// Where things lie, and what the settings files mean.
enum Layout {
    /// Everything that scenarios write.
    static var folder: URL { SuiteEnvironment.state.appendingPathComponent("suite") }
    /// The process ids of what runs; the same for all scenarios, so that leftovers are found.
    static var pids: URL { folder.appendingPathComponent("run") }

    /// A built program.
    static func program(_ name: String) -> String {
        SuiteEnvironment.programs.appendingPathComponent(name).path
    }

    /// The settings that `deploy/local` wrote for a program.
    static func settings(of program: String) -> URL {
        SuiteEnvironment.state.appendingPathComponent("config/\(program).conf")
    }

    /// The broker as its administrator.
    static func administrator() throws -> BrokerConfiguration {
        let secret = SuiteEnvironment.state.appendingPathComponent("secrets/broker-administrator")
        var configuration = try SettingsFile(settings(of: "guildhall")).broker
        configuration.user = "administrator"
        configuration.password = try String(contentsOf: secret, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return configuration
    }
}

extension SettingsFile {
    /// The database that the settings name.
    var database: DatabaseConfiguration {
        DatabaseConfiguration(
            host: self["database.host"], port: Int(self["database.port"]) ?? 5432, name: self["database.name"],
            user: self["database.user"], password: self["database.password"], poolSize: 4,
            applicationName: "guildhall-suite")
    }

    /// The broker that the settings name.
    var broker: BrokerConfiguration {
        BrokerConfiguration(
            host: self["broker.host"], port: Int(self["broker.port"]) ?? 5672, virtualHost: self["broker.vhost"],
            user: self["broker.user"], password: self["broker.password"], connectionName: "suite")
    }
}

extension Duration {
    /// Seconds with one decimal.
    var text: String {
        "\(formatted(.units(allowed: [.seconds], width: .narrow, fractionalPart: .show(length: 1))))"
    }
}

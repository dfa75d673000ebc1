import Database
import Messaging

extension ServiceSettings {
    /// Where the database is, for a pool.
    public var databaseConfiguration: DatabaseConfiguration {
        let password = database.password.reveal()
        return DatabaseConfiguration(
            host: database.host,
            port: database.port,
            name: database.name,
            user: database.user,
            password: password.isEmpty ? nil : password,
            poolSize: database.connections,
            acquireTimeout: database.acquireTimeout,
            connectTimeout: database.connectTimeout,
            statementTimeout: database.statementTimeout,
            applicationName: "guildhall \(program.rawValue)")
    }

    /// Where the broker is, as the program's own user.
    public var brokerConfiguration: BrokerConfiguration {
        configuration(of: broker.login, name: program.rawValue)
    }

    /// Where the broker is, as the user that answers publishers; nil for a program that answers none.
    public var repliesConfiguration: BrokerConfiguration? {
        broker.replies.map { configuration(of: $0, name: "\(program.rawValue) replies") }
    }

    private func configuration(of login: BrokerSettings.Login, name: String) -> BrokerConfiguration {
        BrokerConfiguration(
            host: broker.host,
            port: broker.port,
            virtualHost: broker.virtualHost,
            user: login.user,
            password: login.password.reveal(),
            heartbeatSeconds: Int(broker.heartbeat.components.seconds),
            connectTimeoutSeconds: Int(broker.connectTimeout.components.seconds),
            connectionName: "guildhall \(name)",
            tls: broker.authorities.map {
                .init(authorityFile: $0, certificateFile: broker.certificate, keyFile: broker.certificateKey)
            })
    }
}

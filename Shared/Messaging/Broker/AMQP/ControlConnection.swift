import Logging

/// The connection for declarations and counts, opened at first use and again after it ended.
actor ControlConnection {
    private let configuration: BrokerConfiguration
    private let logger: Logger
    private var opening: Task<AMQPConnection, any Error>?

    init(_ configuration: BrokerConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    func call(_ requests: [Request]) async throws -> [Request.Reply] {
        try await connection().call(requests)
    }

    func close() async {
        let last = opening
        opening = nil
        if case .success(let connection)? = await last?.result { await connection.close() }
    }

    private func connection() async throws -> AMQPConnection {
        if let opening {
            // One that could not be opened is no more use than one that ended.
            if case .success(let connection) = await opening.result, !connection.isEnded { return connection }
            if self.opening == opening { self.opening = nil }
        }
        let task =
            opening
            ?? Task { [configuration, logger] in
                let name = "\(configuration.connectionName) control"
                return try await AMQPConnection.open(configuration, name: name, logger: logger)
            }
        opening = task
        return try await task.value
    }
}
